package org.linli.merchant.abuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Something that staff should look at. About the same thing there is one a month. */
@Document(Alerts.COLLECTION)
@TypeAlias("abuse-alert")
class Alert extends AggregateRoot {
    /** What has become of it. */
    enum Status {
        OPEN,
        ACKNOWLEDGED,
        DISMISSED
    }

    private final Policy policy;
    private final String merchantId;
    private final String organisationPath;
    private final Map<String, Integer> evidence;
    private List<String> people;
    private final Instant raisedAt;
    private Status status = Status.OPEN;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String reason;

    @PersistenceCreator
    Alert(
            String id,
            Policy policy,
            String merchantId,
            String organisationPath,
            Map<String, Integer> evidence,
            List<String> people,
            Instant raisedAt) {
        super(id);
        this.policy = policy;
        this.merchantId = merchantId;
        this.organisationPath = organisationPath;
        this.evidence = new TreeMap<>(evidence);
        this.people = List.copyOf(people);
        this.raisedAt = raisedAt;
    }

    /** Somebody looks into it. @return false when it was decided on before */
    boolean acknowledge(String by, Instant at) {
        return status == Status.OPEN && decide(Status.ACKNOWLEDGED, by, null, at);
    }

    /** @return false when it was dismissed before */
    boolean dismiss(String by, String why, Instant at) {
        return status != Status.DISMISSED && decide(Status.DISMISSED, by, why, at);
    }

    private boolean decide(Status decision, String by, @Nullable String why, Instant at) {
        status = decision;
        decidedBy = by;
        decidedAt = at;
        reason = why;
        return true;
    }

    boolean forget(String person) {
        boolean named = people.contains(person);
        people = people.stream().filter(one -> !one.equals(person)).toList();
        return named;
    }

    /** Who must not decide on it (rule P-2). */
    FourEyes.Case parties() {
        return FourEyes.Case.of(null, null, merchantId);
    }

    Policy policy() {
        return policy;
    }

    String merchantId() {
        return merchantId;
    }

    String organisationPath() {
        return organisationPath;
    }

    Map<String, Integer> evidence() {
        return evidence;
    }

    List<String> people() {
        return people;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Status status() {
        return status;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable String reason() {
        return reason;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("abuse-alert", organisationPath)
                .with("policy", policy)
                .with("merchantId", merchantId)
                .with("status", status)
                .because(reason);
    }
}
