package org.linli.events;

/** Kafka topics, {@code <service>.<aggregate>.v1}; record key = aggregate id, so one aggregate's events stay in order. */
public final class Topics {
    public static final String MERCHANT = "merchant.merchant.v1";
    public static final String OFFER = "merchant.offer.v1";
    public static final String COUPON = "merchant.coupon.v1";
    public static final String CAMPAIGN = "merchant.campaign.v1";
    public static final String FAVOURITE = "merchant.favourite.v1";
    public static final String USER = "user.user.v1";
    public static final String BRANCH = "user.branch.v1";
    public static final String OUTLET = "user.outlet.v1";
    public static final String LOAN_APPLICATION = "loan.application.v1";
    public static final String LOAN = "loan.loan.v1";
    public static final String WECHAT_FOLLOWER = "wechat.follower.v1";

    /** After the service's prefix: state changes for the audit trail, key = organisation (rule P-3). */
    public static final String AUDIT_SUFFIX = "audit.v1";

    /** Every service's audit topic. */
    public static final String AUDIT_PATTERN = "[a-z]+\\.audit\\.v1";

    /** Appended to a topic's name: where records go that could not be processed, with the cause in their headers. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
