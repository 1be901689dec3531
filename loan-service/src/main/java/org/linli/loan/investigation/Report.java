package org.linli.loan.investigation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One side's report of one round (rule L-2): a draft until it is submitted, and the same for ever after. What is written
 * in it lies encrypted, because it is about people.
 */
@Document(Report.COLLECTION)
class Report extends AggregateRoot {
    static final String COLLECTION = "investigation_reports";

    private final String caseId;
    private final int round;
    private final Side side;
    private String investigator;
    private final String organisationPath;
    private String content;
    private String contentHash;

    /** Counts saved drafts; photos do not count, so that sending one does not make the form stale. */
    private int revision;

    private final List<Photo> photos;
    private Instant savedAt;
    private @Nullable Instant submittedAt;
    private @Nullable String submittedHash;

    @PersistenceCreator
    Report(
            String id,
            String caseId,
            int round,
            Side side,
            String investigator,
            String organisationPath,
            String content,
            String contentHash,
            int revision,
            List<Photo> photos,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable String submittedHash) {
        super(id);
        this.caseId = caseId;
        this.round = round;
        this.side = side;
        this.investigator = investigator;
        this.organisationPath = organisationPath;
        this.content = content;
        this.contentHash = contentHash;
        this.revision = revision;
        this.photos = new ArrayList<>(photos);
        this.savedAt = savedAt;
        this.submittedAt = submittedAt;
        this.submittedHash = submittedHash;
    }

    static String id(String roundId, Side side) {
        return roundId + ":" + side.code();
    }

    /** @param earlier what the same side photographed in the round before: it was seen, and need not be seen again */
    static Report opened(Round round, Side side, String investigator, Written empty, List<Photo> earlier, Instant at) {
        return new Report(
                id(round.id(), side),
                round.caseId(),
                round.number(),
                side,
                investigator,
                round.organisationPath(),
                empty.sealed(),
                empty.hash(),
                0,
                earlier,
                at,
                null,
                null);
    }

    /** Content on its way into a report. @param sealed encrypted @param hash of the plain text */
    record Written(String sealed, String hash) {}

    /**
     * Saves the draft. A repetition of what is already saved is fine, whatever it says it was made from: its answer may
     * have been lost on the way.
     *
     * @param from the revision that the writer saw; null when none was told
     */
    Optional<Refusal> save(Written written, @Nullable Integer from, Instant at) {
        if (isSubmitted()) {
            return Optional.of(Refusal.REPORT_SUBMITTED);
        }
        if (contentHash.equals(written.hash())) {
            return Optional.empty();
        }
        if (from == null && revision > 0) {
            return Optional.of(Refusal.REVISION_NEEDED);
        }
        if (from != null && from != revision) {
            return Optional.of(Refusal.STALE_VERSION);
        }
        content = written.sealed();
        contentHash = written.hash();
        revision++;
        savedAt = at;
        return Optional.empty();
    }

    /** The writer's deputy goes on with the draft. */
    Optional<Refusal> handTo(String subject) {
        if (isSubmitted()) {
            return Optional.of(Refusal.REPORT_SUBMITTED);
        }
        investigator = subject;
        return Optional.empty();
    }

    Optional<Refusal> add(Photo photo, int most) {
        if (isSubmitted()) {
            return Optional.of(Refusal.REPORT_SUBMITTED);
        }
        if (photos.size() >= most) {
            return Optional.of(Refusal.TOO_MANY_PHOTOS);
        }
        photos.add(photo);
        return Optional.empty();
    }

    /** A picture that was sent twice is one. */
    Optional<Photo> photoSentAs(String sha256) {
        return photos.stream()
                .filter(photo -> photo.sha256AsSent().equals(sha256))
                .findFirst();
    }

    /**
     * Hands it in, once.
     *
     * @param read what was checked: nothing may have changed since
     * @param hash of everything in it
     */
    Optional<Refusal> submit(Report read, String hash, Instant at) {
        if (isSubmitted()) {
            return Optional.of(Refusal.REPORT_SUBMITTED);
        }
        if (read.revision != revision || read.photos.size() != photos.size()) {
            return Optional.of(Refusal.STALE_VERSION);
        }
        submittedAt = at;
        submittedHash = hash;
        return Optional.empty();
    }

    boolean isSubmitted() {
        return submittedAt != null;
    }

    boolean isBy(String subject) {
        return investigator.equals(subject);
    }

    /** What a submitted hash is the hash of, beside the plain content. */
    String seal(String plainContent) {
        StringBuilder all = new StringBuilder(String.join("\n", id(), investigator, plainContent));
        photos.forEach(photo -> all.append('\n').append(photo.id()).append(' ').append(photo.sha256()));
        return all.toString();
    }

    String caseId() {
        return caseId;
    }

    int round() {
        return round;
    }

    Side side() {
        return side;
    }

    String investigator() {
        return investigator;
    }

    String content() {
        return content;
    }

    int revision() {
        return revision;
    }

    List<Photo> photos() {
        return List.copyOf(photos);
    }

    Instant savedAt() {
        return savedAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable String submittedHash() {
        return submittedHash;
    }

    /** That it was handed in, never what it says: the other side may still be writing. */
    @Override
    protected AuditView audit() {
        return AuditView.of("investigation-report", organisationPath)
                .with("caseId", caseId)
                .with("round", round)
                .with("side", side)
                .with("submittedAt", submittedAt)
                .with("sha256", submittedHash);
    }
}
