package org.linli.merchant.audience;

import java.time.Instant;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who belonged to a segment at one moment, for whoever sends; the ids are in parts of their own. One whose taking was
 * cut off never becomes complete and is of no use to anybody.
 */
@Document(Snapshots.COLLECTION)
@TypeAlias("segment-snapshot")
class Snapshot extends AggregateRoot {
    private final String segmentId;
    private final String organisationPath;
    private final int edition;
    private final String ruleJson;
    private final String takenBy;
    private final Instant takenAt;
    private boolean complete;
    private int size;
    private int parts;

    @PersistenceCreator
    Snapshot(
            String id,
            String segmentId,
            String organisationPath,
            int edition,
            String ruleJson,
            String takenBy,
            Instant takenAt) {
        super(id);
        this.segmentId = segmentId;
        this.organisationPath = organisationPath;
        this.edition = edition;
        this.ruleJson = ruleJson;
        this.takenBy = takenBy;
        this.takenAt = takenAt;
    }

    void complete(int members, int inParts) {
        complete = true;
        size = members;
        parts = inParts;
    }

    String segmentId() {
        return segmentId;
    }

    String organisationPath() {
        return organisationPath;
    }

    /** Of the segment, when it was taken. */
    int edition() {
        return edition;
    }

    String ruleJson() {
        return ruleJson;
    }

    String takenBy() {
        return takenBy;
    }

    Instant takenAt() {
        return takenAt;
    }

    boolean isComplete() {
        return complete;
    }

    int size() {
        return size;
    }

    int parts() {
        return parts;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("segment-snapshot", organisationPath)
                .with("segmentId", segmentId)
                .with("edition", edition)
                .with("size", complete ? size : null);
    }
}
