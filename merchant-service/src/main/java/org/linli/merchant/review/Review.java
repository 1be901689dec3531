package org.linli.merchant.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** What someone thinks of a visit. Its id follows from the redemption: there is one for each. */
@Document(Reviews.COLLECTION)
@TypeAlias("review")
class Review extends AggregateRoot {
    private final String redemptionId;
    private final String merchantId;
    private final String offerId;
    private final String consumerId;
    private final int stars;
    private final @Nullable String text;

    /** Words of the text that staff should look at. */
    private final List<String> sensitiveWords;

    private final Instant writtenAt;

    private String organisationPath;
    private ReviewStatus status = ReviewStatus.PENDING;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private @Nullable Reply reply;

    @PersistenceCreator
    Review(
            String id,
            String redemptionId,
            String merchantId,
            String offerId,
            String consumerId,
            int stars,
            @Nullable String text,
            List<String> sensitiveWords,
            String organisationPath,
            Instant writtenAt) {
        super(id);
        this.redemptionId = redemptionId;
        this.merchantId = merchantId;
        this.offerId = offerId;
        this.consumerId = consumerId;
        this.stars = stars;
        this.text = text;
        this.sensitiveWords = List.copyOf(sensitiveWords);
        this.organisationPath = organisationPath;
        this.writtenAt = writtenAt;
    }

    static String id(String redemptionId) {
        return Ids.derived("review", redemptionId);
    }

    /** @return false when it was decided on before */
    boolean approve(String by, Instant now) {
        return decide(ReviewStatus.APPROVED, by, null, now);
    }

    /** @return false when it was decided on before */
    boolean reject(String by, String reason, Instant now) {
        return decide(ReviewStatus.REJECTED, by, reason, now);
    }

    private boolean decide(ReviewStatus decision, String by, @Nullable String reason, Instant now) {
        if (status != ReviewStatus.PENDING) {
            return false;
        }
        status = decision;
        decidedBy = by;
        decidedAt = now;
        decisionReason = reason;
        return true;
    }

    /** Without a redemption there is no review. */
    boolean withdraw(Instant now) {
        if (status == ReviewStatus.WITHDRAWN) {
            return false;
        }
        status = ReviewStatus.WITHDRAWN;
        decidedAt = now;
        return true;
    }

    /**
     * Keeps the owner's answer; a later one takes the place of the earlier.
     *
     * @return false unless the review is public
     */
    boolean reply(String answer, Instant now) {
        if (status != ReviewStatus.APPROVED) {
            return false;
        }
        reply = new Reply(answer, now);
        return true;
    }

    /** Goes where its merchant went. */
    boolean follow(String path) {
        if (organisationPath.equals(path)) {
            return false;
        }
        organisationPath = path;
        return true;
    }

    /** Who must not decide on it (rule P-2). */
    FourEyes.Case people() {
        return FourEyes.Case.of(null, consumerId, merchantId);
    }

    String redemptionId() {
        return redemptionId;
    }

    String merchantId() {
        return merchantId;
    }

    String offerId() {
        return offerId;
    }

    String consumerId() {
        return consumerId;
    }

    int stars() {
        return stars;
    }

    @Nullable String text() {
        return text;
    }

    List<String> sensitiveWords() {
        return sensitiveWords;
    }

    String organisationPath() {
        return organisationPath;
    }

    ReviewStatus status() {
        return status;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable String decisionReason() {
        return decisionReason;
    }

    @Nullable Reply reply() {
        return reply;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    /** Writing one is the consumer's own act; what staff and the owner do with it is for the trail. */
    @Override
    protected AuditView audit() {
        if (status == ReviewStatus.PENDING) {
            return AuditView.NONE;
        }
        return AuditView.of("review", organisationPath)
                .with("merchantId", merchantId)
                .with("status", status)
                .with("stars", stars)
                .with("repliedAt", reply == null ? null : reply.at())
                .because(decisionReason);
    }
}
