package org.linli.merchant.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.OfferEvent;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.stock.StockLevel;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One offer. Transitions answer false where the state does not allow them; the caller then throws the copy away. */
@Document(Offers.COLLECTION)
@TypeAlias("offer")
@CompoundIndex(name = "review", def = "{'status': 1, 'organisationPath': 1, '_id': 1}")
@CompoundIndex(name = "due", def = "{'due.minute': 1}", sparse = true)
class Offer extends Course {
    /** A change of the stock that nobody finished within this time is finished by the schedule. */
    private static final Duration STOCK_CHANGE_TAKES = Duration.ofSeconds(5);

    private final String merchantId;
    private final Instant createdAt;
    private boolean reviewed;
    /** The merchant's place in the organisation tree; follows the merchant. */
    private @Nullable String organisationPath;
    /** Who handed it in: the merchant's person who asked for publication, or the importing member of staff. */
    private @Nullable String submittedBy;

    private @Nullable String reviewReason;
    /** What the bank adds to each redeemed coupon, promised for the terms as they are; null = nothing. */
    private @Nullable Long subsidyFenPerCoupon;
    /** Numbers the changes of the stock, see {@link org.linli.merchant.stock.StockTotals}. */
    private int stockEdition;

    private long soldOutRevision;

    @PersistenceCreator
    Offer(String id, String merchantId, OfferTerms terms, Instant createdAt, OfferStatus status) {
        super(id, terms, status);
        this.merchantId = merchantId;
        this.createdAt = createdAt;
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

    /** Changes whatever the public has not seen yet; a rejected one may be handed in again. */
    boolean rewrite(OfferTerms wanted) {
        if (status != OfferStatus.DRAFT && status != OfferStatus.REJECTED) {
            return false;
        }
        if (wanted.stock() != terms.stock()) {
            stockEdition++;
        }
        terms = wanted;
        // Promised for the terms that were; for these the bank has to say it again.
        subsidyFenPerCoupon = null;
        status = OfferStatus.DRAFT;
        reviewReason = null;
        isRevised();
        return true;
    }

    /** Changes one that is public; the caller has asked {@link Fixed}, and leaves the stock as it is. */
    boolean amend(OfferTerms wanted, Instant now) {
        keepTime(now);
        if (!isRunning()) {
            return false;
        }
        terms = wanted;
        become(status, OfferEvent.Changed::new, now);
        return true;
    }

    /** Notes that the stock is to have another total: the first of three steps, of which any process may do the rest. */
    boolean wantStock(int total, Instant now) {
        keepTime(now);
        if (!isRunning()) {
            return false;
        }
        stockEdition++;
        stockWish = new StockWish(total, now.plus(STOCK_CHANGE_TAKES));
        plan();
        return true;
    }

    /**
     * The stock has the total that was wanted, or, without a level, cannot have it.
     *
     * @return false when someone else said so before, or another total is wanted by now
     */
    boolean stockIsSettled(int edition, @Nullable StockLevel level, Instant now) {
        if (stockWish == null || edition != stockEdition) {
            return false;
        }
        if (level != null) {
            terms = terms.withStock(stockWish.total());
            isRevised();
            raise(new OfferEvent.StockChanged(state(), level.remaining(), level.revision()), now);
        }
        stockWish = null;
        plan();
        return true;
    }

    boolean needsReview() {
        return !reviewed && status == OfferStatus.DRAFT;
    }

    /** The staff of its organisation are to look at it. */
    boolean submitForReview(String by) {
        if (status != OfferStatus.DRAFT) {
            return false;
        }
        status = OfferStatus.IN_REVIEW;
        isRevised();
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

    /** The bank adds this much to each redeemed coupon: fixed as soon as coupons can be claimed (rule M-3). */
    boolean subsidise(long fenPerCoupon, Instant now) {
        OfferStatus current = statusAt(now);
        if (current != OfferStatus.DRAFT && current != OfferStatus.IN_REVIEW && current != OfferStatus.SCHEDULED) {
            return false;
        }
        subsidyFenPerCoupon = fenPerCoupon;
        return true;
    }

    Optional<Long> subsidyFenPerCoupon() {
        return Optional.ofNullable(subsidyFenPerCoupon);
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
        isRevised();
        reviewReason = reason;
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

    String merchantId() {
        return merchantId;
    }

    Instant createdAt() {
        return createdAt;
    }

    int stockEdition() {
        return stockEdition;
    }

    String organisationPath() {
        return organisationPath == null ? Attachment.HEAD_OFFICE.organisationPath() : organisationPath;
    }

    @Nullable String reviewReason() {
        return reviewReason;
    }

    @Override
    OfferEvent.State state() {
        return OfferStates.of(this);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("offer", organisationPath())
                .with("merchantId", merchantId)
                .with("status", status)
                .with("title", terms.title())
                .with("stock", terms.stock())
                .with("validUntil", terms.validUntil())
                .with("claimedCoupons", claimedCoupons)
                .with("subsidyFenPerCoupon", subsidyFenPerCoupon)
                .because(reviewReason);
    }
}
