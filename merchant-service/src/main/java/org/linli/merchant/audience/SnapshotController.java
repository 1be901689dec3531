package org.linli.merchant.audience;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Snapshots of segments, for sending (rule M-5). */
@RestController
@RequestMapping("/api/v1/admin/segments/{id}/snapshots")
class SnapshotController {
    private static final int MOST_HANDED = 500;

    private final Segmenting segmenting;
    private final Snapshotting snapshotting;
    private final Contacting contacting;

    SnapshotController(Segmenting segmenting, Snapshotting snapshotting, Contacting contacting) {
        this.segmenting = segmenting;
        this.snapshotting = snapshotting;
        this.contacting = contacting;
    }

    @Allowed("segment.send")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer take(@PathVariable String id, Caller caller) {
        return snapshotting
                .take(caller, segment(caller, id))
                .map(Answer::of)
                .orElseThrow(() -> ProblemException.refused("audience-too-large"));
    }

    private Segment segment(Caller caller, String id) {
        return segmenting.find(caller, id).orElseThrow(ProblemException::notFound);
    }

    private Snapshot snapshot(Segment segment, String snapshotId) {
        return snapshotting.find(segment, snapshotId).orElseThrow(ProblemException::notFound);
    }

    /** The latest first. */
    @Allowed("segment.read")
    @GetMapping
    Page<Answer> list(
            @PathVariable String id,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        List<Snapshot> found = snapshotting.list(segment(caller, id), text(after), size + 1);
        List<Snapshot> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(Answer::of).toList(), next);
    }

    /** Who came and who left since: all of them counted, one page of them named. */
    @Allowed("segment.send")
    @GetMapping("/{snapshotId}/changes")
    ChangeFeed changes(
            @PathVariable String id,
            @PathVariable String snapshotId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Segment segment = segment(caller, id);
        Changes changes = snapshotting.changes(segment, snapshot(segment, snapshotId), text(after), size + 1);
        List<Changes.Change> shown =
                changes.first().subList(0, Math.min(size, changes.first().size()));
        String next =
                changes.first().size() > size ? Cursor.of(shown.get(size - 1).consumerId()) : null;
        return new ChangeFeed(changes.came(), changes.left(), shown, next);
    }

    /** The next ones who may be contacted; from then on they count as contacted for this snapshot, once. */
    @Allowed("segment.send")
    @PostMapping("/{snapshotId}/contacts")
    Contacts contacts(
            @PathVariable String id,
            @PathVariable String snapshotId,
            @RequestBody(required = false) @Valid @Nullable ContactsForm form,
            Caller caller) {
        ContactsForm asked = form == null ? new ContactsForm(null, null) : form;
        int size = Objects.requireNonNullElse(asked.size, MOST_HANDED);
        Contacting.Handed handed = contacting.next(snapshot(segment(caller, id), snapshotId), text(asked.after), size);
        String last = handed.lastId();
        return new Contacts(
                handed.allowed(), handed.capped(), handed.withdrawn(), last == null ? null : Cursor.of(last));
    }

    private static @Nullable String text(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? null : cursor.text(0);
    }

    /** @param complete false for one whose taking was cut off: it cannot be used */
    record Answer(
            String id, String segmentId, int edition, boolean complete, int size, String takenBy, Instant takenAt) {
        static Answer of(Snapshot snapshot) {
            return new Answer(
                    snapshot.id(),
                    snapshot.segmentId(),
                    snapshot.edition(),
                    snapshot.isComplete(),
                    snapshot.size(),
                    snapshot.takenBy(),
                    snapshot.takenAt());
        }
    }

    /** Came and left count those after the cursor. */
    record ChangeFeed(
            int came,
            int left,
            List<Changes.Change> items,
            @Nullable String next) {}

    record ContactsForm(
            @Nullable @Min(1) @Max(MOST_HANDED) Integer size,
            @Nullable String after) {}

    record Contacts(
            List<String> items,
            int capped,
            int withdrawn,
            @Nullable String next) {}
}
