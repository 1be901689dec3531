package org.linli.merchant.offer;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.events.OfferEvent;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One offer. Transitions answer false where the state does not allow them, and then change nothing. */
@Document(Offers.COLLECTION)
@TypeAlias("offer")
@CompoundIndex(name = "review", def = "{'status': 1, 'organisationPath': 1, '_id': 1}")
class Offer extends AggregateRoot {
    private final String merchantId;
    private final OfferTerms terms;
    private final Instant createdAt;
    private OfferStatus status;
    private boolean reviewed;

    /** The merchant's place in the organisation tree; follows the merchant. */
    private @Nullable String organisationPath;

    /** Who handed it in: the merchant's person who asked for publication, or the importing member of staff. */
    private @Nullable String submittedBy;

    private @Nullable String reviewReason;
    private long soldOutRevision;

    @PersistenceCreator
    Offer(String id, String merchantId, OfferTerms terms, Instant createdAt, OfferStatus status) {
        super(id);
        this.merchantId = merchantId;
        this.terms = terms;
        this.createdAt = createdAt;
        this.status = status;
    }

    static Offer draft(String id, String merchantId, String organisationPath, OfferTerms terms, Instant now) {
        Offer offer = new Offer(id, merchantId, terms, now, OfferStatus.DRAFT);
        offer.organisationPath = organisationPath;
        return offer;
    }

    /** One that the bank brings along; its stock must be laid in before. */
    static Offer imported(
            String id, String merchantId, String organisationPath, OfferTerms terms, String staffId, Instant now) {
        Offer offer = draft(id, merchantId, organisationPath, terms, now);
        offer.submittedBy = staffId;
        offer.goLive(now);
        return offer;
    }

    boolean mayGoLive() {
        return status == OfferStatus.DRAFT || status == OfferStatus.PAUSED;
    }

    boolean needsReview() {
        return !reviewed && status == OfferStatus.DRAFT;
    }

    /** Publishes a draft or resumes a paused offer. */
    boolean publish(Instant now) {
        if (!mayGoLive()) {
            return false;
        }
        goLive(now);
        return true;
    }

    /** The staff of its organisation are to look at it. */
    boolean submitForReview(String by) {
        if (status != OfferStatus.DRAFT) {
            return false;
        }
        status = OfferStatus.IN_REVIEW;
        submittedBy = by;
        return true;
    }

    /** Goes where its merchant went. @return false when it is there already */
    boolean follow(String path) {
        if (path.equals(organisationPath)) {
            return false;
        }
        organisationPath = path;
        return true;
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people() {
        return FourEyes.Case.of(null, submittedBy, merchantId);
    }

    boolean passReview(Instant now) {
        if (status != OfferStatus.IN_REVIEW) {
            return false;
        }
        reviewed = true;
        goLive(now);
        return true;
    }

    boolean failReview(String reason) {
        if (status != OfferStatus.IN_REVIEW) {
            return false;
        }
        status = OfferStatus.REJECTED;
        reviewReason = reason;
        return true;
    }

    boolean pause(Instant now) {
        if (status != OfferStatus.LIVE) {
            return false;
        }
        become(OfferStatus.PAUSED, OfferEvent.Paused::new, now);
        return true;
    }

    /** Final. An offer nobody has seen yet ends without an event. */
    boolean end(Instant now) {
        if (status == OfferStatus.ENDED || status == OfferStatus.REJECTED) {
            return false;
        }
        if (isPublic()) {
            become(OfferStatus.ENDED, OfferEvent.Ended::new, now);
        } else {
            status = OfferStatus.ENDED;
        }
        return true;
    }

    /** @return false when this was told before, at the same or a later revision of the stock */
    boolean sellOut(long stockRevision, Instant now) {
        if (stockRevision <= soldOutRevision) {
            return false;
        }
        soldOutRevision = stockRevision;
        raise(new OfferEvent.SoldOut(state(), stockRevision), now);
        return true;
    }

    /** Whether a coupon may be claimed: live, and inside its half-open window. */
    boolean isClaimable(Instant now) {
        return status == OfferStatus.LIVE && !terms.beginsAfter(now) && !terms.isOver(now);
    }

    /** Whether the public has ever seen it. */
    boolean isPublic() {
        return sequence() > 0;
    }

    /** The status as people see it: the window has its say. */
    OfferStatus statusAt(Instant now) {
        if (status != OfferStatus.LIVE) {
            return status;
        }
        if (terms.isOver(now)) {
            return OfferStatus.ENDED;
        }
        return terms.beginsAfter(now) ? OfferStatus.SCHEDULED : OfferStatus.LIVE;
    }

    private void goLive(Instant now) {
        become(OfferStatus.LIVE, OfferEvent.Published::new, now);
    }

    private void become(OfferStatus next, Function<OfferEvent.State, OfferEvent> event, Instant now) {
        status = next;
        raise(event.apply(state()), now);
    }

    private OfferEvent.State state() {
        Discount discount = terms.discount();
        return new OfferEvent.State(
                id(),
                merchantId,
                terms.title(),
                discount.kind().name(),
                discount.percentOff(),
                discount.thresholdFen(),
                discount.offFen(),
                discount.priceFen(),
                discount.listPriceFen(),
                terms.category().chineseName(),
                terms.validFrom(),
                terms.validUntil(),
                terms.stock(),
                terms.perPersonLimit(),
                status.name());
    }

    String merchantId() {
        return merchantId;
    }

    OfferTerms terms() {
        return terms;
    }

    Instant createdAt() {
        return createdAt;
    }

    String organisationPath() {
        return organisationPath == null ? Attachment.HEAD_OFFICE.organisationPath() : organisationPath;
    }

    @Nullable String reviewReason() {
        return reviewReason;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("offer", organisationPath())
                .with("merchantId", merchantId)
                .with("status", status)
                .with("title", terms.title())
                .with("stock", terms.stock())
                .because(reviewReason);
    }
}
