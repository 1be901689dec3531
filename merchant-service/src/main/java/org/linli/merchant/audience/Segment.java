package org.linli.merchant.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A saved rule over consumers. A retired one is in no list, but offers that were published for it keep it. */
@Document(Segments.COLLECTION)
@TypeAlias("segment")
class Segment extends AggregateRoot {
    private final String organisationPath;
    private String name;
    private String ruleJson;
    private int edition = 1;
    private boolean retired;
    private String changedBy;
    private Instant changedAt;

    @PersistenceCreator
    Segment(String id, String organisationPath, String name, String ruleJson, String changedBy, Instant changedAt) {
        super(id);
        this.organisationPath = organisationPath;
        this.name = name;
        this.ruleJson = ruleJson;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    void rewrite(String newName, String newRule, String by, Instant at) {
        name = newName;
        ruleJson = newRule;
        changedBy = by;
        changedAt = at;
        edition++;
    }

    void retire(String by, Instant at) {
        retired = true;
        changedBy = by;
        changedAt = at;
        edition++;
    }

    /** @param expected null = whatever it is */
    boolean isEdition(@Nullable Integer expected) {
        return expected == null || expected == edition;
    }

    String organisationPath() {
        return organisationPath;
    }

    String name() {
        return name;
    }

    String ruleJson() {
        return ruleJson;
    }

    /** Counts the changes; the {@code ETag}. */
    int edition() {
        return edition;
    }

    boolean isRetired() {
        return retired;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("segment", organisationPath)
                .with("name", name)
                .with("rule", ruleJson)
                .with("edition", edition)
                .with("retired", retired ? true : null);
    }
}
