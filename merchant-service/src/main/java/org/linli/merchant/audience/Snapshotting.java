package org.linli.merchant.audience;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Keeps who belongs to a segment, and says later who came and who left. */
@Service
class Snapshotting {
    static final int PART = 5_000;

    private final Snapshots snapshots;
    private final Segmenting segmenting;
    private final Surveying surveying;
    private final FactsStore store;
    private final AudienceSettings settings;
    private final Clock clock;

    Snapshotting(
            Snapshots snapshots,
            Segmenting segmenting,
            Surveying surveying,
            FactsStore store,
            AudienceSettings settings,
            Clock clock) {
        this.snapshots = snapshots;
        this.segmenting = segmenting;
        this.surveying = surveying;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return empty when the audience is larger than a snapshot may be */
    Optional<Snapshot> take(Caller staff, Segment segment) {
        Snapshot begun = snapshots.insert(new Snapshot(
                Ids.next(),
                segment.id(),
                segment.organisationPath(),
                segment.edition(),
                segment.ruleJson(),
                staff.subject(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        Writer writer = new Writer(begun.id());
        Question question = surveying.question(segmenting.ruleOf(segment), segment.organisationPath());
        store.walk(
                question.purpose(), question.place(), null, facts -> !question.test(facts) || writer.add(facts.id()));
        if (writer.size > settings.mostMembers()) {
            snapshots.remove(begun);
            return Optional.empty();
        }
        writer.flush();
        snapshots.change(begun.id(), snapshot -> {
            snapshot.complete(writer.size, writer.parts);
            return true;
        });
        prune(segment.id());
        return snapshots.find(begun.id());
    }

    private void prune(String segmentId) {
        List<Snapshot> all = snapshots.of(segmentId, null, settings.keptSnapshots() + 20);
        all.stream().skip(settings.keptSnapshots()).forEach(snapshots::remove);
    }

    private final class Writer {
        private final String snapshotId;
        private final List<String> members = new ArrayList<>();
        private int size;
        private int parts;

        private Writer(String snapshotId) {
            this.snapshotId = snapshotId;
        }

        private boolean add(String id) {
            members.add(id);
            size++;
            if (members.size() == PART) {
                flush();
            }
            return size <= settings.mostMembers();
        }

        private void flush() {
            if (!members.isEmpty()) {
                snapshots.insertPart(snapshotId, parts++, members);
                members.clear();
            }
        }
    }

    List<Snapshot> list(Segment segment, @Nullable String beforeId, int limit) {
        return snapshots.of(segment.id(), beforeId, limit);
    }

    /** A complete one of this segment. */
    Optional<Snapshot> find(Segment segment, String id) {
        return snapshots
                .find(id)
                .filter(snapshot -> snapshot.segmentId().equals(segment.id()) && snapshot.isComplete());
    }

    /** Compares with who belongs now, by the segment as it is now. */
    Changes changes(Segment segment, Snapshot snapshot, @Nullable String afterId, int limit) {
        Changes changes = new Changes(new Members(snapshots, snapshot, afterId), limit);
        Question question = surveying.question(segmenting.ruleOf(segment), segment.organisationPath());
        store.walk(question.purpose(), question.place(), afterId, facts -> {
            if (question.test(facts)) {
                changes.belongs(facts.id());
            }
            return true;
        });
        changes.end();
        return changes;
    }
}
