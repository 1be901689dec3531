package org.linli.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type: its CloudEvents {@code type}, its topic and the record that carries its data. */
public enum EventType {
    BRANCH_OPENED("branch-opened", Topics.BRANCH, BranchEvent.Opened.class),
    BRANCH_MOVED("branch-moved", Topics.BRANCH, BranchEvent.Moved.class),
    BRANCH_CLOSED("branch-closed", Topics.BRANCH, BranchEvent.Closed.class),

    OUTLET_OPENED("outlet-opened", Topics.OUTLET, OutletEvent.Opened.class),
    OUTLET_CHANGED("outlet-changed", Topics.OUTLET, OutletEvent.Changed.class),
    OUTLET_MOVED("outlet-moved", Topics.OUTLET, OutletEvent.Moved.class),
    OUTLET_CLOSED("outlet-closed", Topics.OUTLET, OutletEvent.Closed.class),

    USER_REGISTERED("user-registered", Topics.USER, UserRegistered.class),
    USER_MERGED("user-merged", Topics.USER, UserEvent.Merged.class),
    CUSTOMER_BOUND("customer-bound", Topics.USER, UserEvent.Bound.class),
    CUSTOMER_UNBOUND("customer-unbound", Topics.USER, UserEvent.Unbound.class),
    CONSENT_CHANGED("consent-changed", Topics.USER, UserEvent.ConsentChanged.class),
    TAGS_CHANGED("tags-changed", Topics.USER, UserEvent.TagsChanged.class),
    PROFILE_CHANGED("profile-changed", Topics.USER, UserEvent.ProfileChanged.class),
    USER_ERASED("user-erased", Topics.USER, UserEvent.Erased.class),

    MERCHANT_APPLIED("merchant-applied", Topics.MERCHANT, MerchantEvent.Applied.class),
    MERCHANT_APPROVED("merchant-approved", Topics.MERCHANT, MerchantEvent.Approved.class),
    MERCHANT_REJECTED("merchant-rejected", Topics.MERCHANT, MerchantEvent.Rejected.class),
    MERCHANT_SUSPENDED("merchant-suspended", Topics.MERCHANT, MerchantEvent.Suspended.class),
    MERCHANT_MOVED("merchant-moved", Topics.MERCHANT, MerchantEvent.Moved.class),
    MERCHANT_MORE_WANTED("merchant-more-wanted", Topics.MERCHANT, MerchantEvent.MoreWanted.class),
    MERCHANT_RESUMED("merchant-resumed", Topics.MERCHANT, MerchantEvent.Resumed.class),
    MERCHANT_CLOSED("merchant-closed", Topics.MERCHANT, MerchantEvent.Closed.class),
    MERCHANT_RECHECK_DUE("merchant-recheck-due", Topics.MERCHANT, MerchantEvent.RecheckDue.class),

    OFFER_SCHEDULED("offer-scheduled", Topics.OFFER, OfferEvent.Scheduled.class),
    OFFER_PUBLISHED("offer-published", Topics.OFFER, OfferEvent.Published.class),
    OFFER_CHANGED("offer-changed", Topics.OFFER, OfferEvent.Changed.class),
    OFFER_STOCK_CHANGED("offer-stock-changed", Topics.OFFER, OfferEvent.StockChanged.class),
    OFFER_PAUSED("offer-paused", Topics.OFFER, OfferEvent.Paused.class),
    OFFER_SOLD_OUT("offer-sold-out", Topics.OFFER, OfferEvent.SoldOut.class),
    OFFER_ENDED("offer-ended", Topics.OFFER, OfferEvent.Ended.class),

    COUPON_CLAIMED("coupon-claimed", Topics.COUPON, CouponEvent.Claimed.class),
    COUPON_REDEEMED("coupon-redeemed", Topics.COUPON, CouponEvent.Redeemed.class),
    COUPON_REVERSED("coupon-reversed", Topics.COUPON, CouponEvent.Reversed.class),
    COUPON_EXPIRED("coupon-expired", Topics.COUPON, CouponEvent.Expired.class),
    COUPON_GIFT_OFFERED("coupon-gift-offered", Topics.COUPON, CouponEvent.GiftOffered.class),
    COUPON_GIFT_WITHDRAWN("coupon-gift-withdrawn", Topics.COUPON, CouponEvent.GiftWithdrawn.class),
    COUPON_GIFT_ACCEPTED("coupon-gift-accepted", Topics.COUPON, CouponEvent.GiftAccepted.class),
    COUPON_RECEIVED("coupon-received", Topics.COUPON, CouponEvent.Received.class),

    CAMPAIGN_PUBLISHED("campaign-published", Topics.CAMPAIGN, CampaignEvent.Published.class),
    CAMPAIGN_PAUSED("campaign-paused", Topics.CAMPAIGN, CampaignEvent.Paused.class),
    CAMPAIGN_RESUMED("campaign-resumed", Topics.CAMPAIGN, CampaignEvent.Resumed.class),
    CAMPAIGN_ENDED("campaign-ended", Topics.CAMPAIGN, CampaignEvent.Ended.class),
    PRIZES_WON("prizes-won", Topics.CAMPAIGN, CampaignEvent.PrizesWon.class),

    FAVOURITE_ADDED("favourite-added", Topics.FAVOURITE, FavouriteEvent.Added.class),
    FAVOURITE_REMOVED("favourite-removed", Topics.FAVOURITE, FavouriteEvent.Removed.class),

    APPLICATION_SUBMITTED("application-submitted", Topics.LOAN_APPLICATION, LoanApplicationEvent.Submitted.class),
    STAGE_ENTERED("stage-entered", Topics.LOAN_APPLICATION, LoanApplicationEvent.StageEntered.class),
    STAGE_OVERDUE("stage-overdue", Topics.LOAN_APPLICATION, LoanApplicationEvent.StageOverdue.class),
    APPLICATION_DECIDED("application-decided", Topics.LOAN_APPLICATION, LoanApplicationEvent.Decided.class),

    LOAN_DISBURSED("loan-disbursed", Topics.LOAN, LoanEvent.Disbursed.class),
    LOAN_REVERSED("loan-reversed", Topics.LOAN, LoanEvent.Reversed.class),

    FOLLOWER_SUBSCRIBED("follower-subscribed", Topics.WECHAT_FOLLOWER, FollowerEvent.Subscribed.class),
    FOLLOWER_UNSUBSCRIBED("follower-unsubscribed", Topics.WECHAT_FOLLOWER, FollowerEvent.Unsubscribed.class),

    AUDIT_RECORDED("audit-recorded", Topics.AUDIT_SUFFIX, AuditRecorded.class);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::typeName, Function.identity()));
    private static final Map<Class<? extends DomainEvent>, EventType> BY_DATA =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::data, Function.identity()));

    private final String typeName;
    private final String topic;
    private final Class<? extends DomainEvent> data;

    EventType(String typeName, String topic, Class<? extends DomainEvent> data) {
        this.typeName = typeName;
        this.topic = topic;
        this.data = data;
    }

    public String typeName() {
        return typeName;
    }

    public String topic() {
        return topic;
    }

    /** The topic on which this service sends the event: everyone has an audit topic of their own. */
    public String topicOf(String ownPrefix) {
        return this == AUDIT_RECORDED ? ownPrefix + "." + topic : topic;
    }

    public Class<? extends DomainEvent> data() {
        return data;
    }

    /** The type with this CloudEvents name; empty for one that this version does not know (contracts are additive). */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(DomainEvent event) {
        EventType type = BY_DATA.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("event type not listed: " + event.getClass());
        }
        return type;
    }
}
