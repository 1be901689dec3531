package org.linli.merchant.participation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A message in a bottle: seen by staff before any stranger sees it. Its id is its participation's. */
@Document(Bottles.COLLECTION)
@TypeAlias("bottle")
class Bottle extends AggregateRoot {
    /** Where it is. */
    enum Status {
        PENDING,
        AFLOAT,
        SUNK
    }

    private final String campaignId;
    private final String organisationPath;
    private final String consumerId;
    private final String message;
    private final @Nullable String pledge;
    private final Instant writtenAt;

    /** Where it drifts: whoever picks one up looks from a random place on. */
    private final double place;

    private List<String> sensitiveWords = List.of();
    private Status status = Status.PENDING;
    private @Nullable String decidedBy;
    private @Nullable String reason;

    @PersistenceCreator
    Bottle(
            String id,
            String campaignId,
            String organisationPath,
            String consumerId,
            String message,
            @Nullable String pledge,
            Instant writtenAt,
            double place) {
        super(id);
        this.campaignId = campaignId;
        this.organisationPath = organisationPath;
        this.consumerId = consumerId;
        this.message = message;
        this.pledge = pledge;
        this.writtenAt = writtenAt;
        this.place = place;
    }

    static Bottle of(String participationId, Entered entered) {
        return new Bottle(
                participationId,
                entered.campaignId(),
                entered.organisationPath(),
                entered.consumerId(),
                String.valueOf(entered.message()),
                entered.pledge(),
                entered.at(),
                ThreadLocalRandom.current().nextDouble());
    }

    Bottle marked(List<String> words) {
        sensitiveWords = List.copyOf(words);
        return this;
    }

    /** @return false when it was decided on before */
    boolean decide(boolean letGo, String by, @Nullable String why) {
        if (status != Status.PENDING) {
            return false;
        }
        status = letGo ? Status.AFLOAT : Status.SUNK;
        decidedBy = by;
        reason = why;
        return true;
    }

    String campaignId() {
        return campaignId;
    }

    String organisationPath() {
        return organisationPath;
    }

    String consumerId() {
        return consumerId;
    }

    String message() {
        return message;
    }

    @Nullable String pledge() {
        return pledge;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    double place() {
        return place;
    }

    List<String> sensitiveWords() {
        return sensitiveWords;
    }

    Status status() {
        return status;
    }

    @Nullable String reason() {
        return reason;
    }

    /** Writing is the consumer's own act; what staff do with it is for the trail. */
    @Override
    protected AuditView audit() {
        if (status == Status.PENDING) {
            return AuditView.NONE;
        }
        return AuditView.of("bottle", organisationPath)
                .with("campaignId", campaignId)
                .with("status", status)
                .with("decidedBy", decidedBy)
                .because(reason);
    }
}
