package org.linli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event type has a sample, and the sample is what this version writes. A sample that must change for another
 * reason than an added field is a broken contract. {@code -Dsamples.write=true} writes missing ones.
 */
class SamplesTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path FOLDER = Path.of("src/main/resources/samples");
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T16:00:00Z");

    @ParameterizedTest
    @EnumSource
    void the_sample_is_what_this_version_writes_and_reads(EventType type) throws IOException {
        EventEnvelope event = sample(type);
        Path file = FOLDER.resolve(type.typeName() + ".json");
        if (Boolean.getBoolean("samples.write") && !Files.exists(file)) {
            Files.writeString(file, JSON.writeValueAsString(JSON.readTree(event.toBytes())) + "\n");
        }
        byte[] kept = Files.readAllBytes(file);

        assertThat(JSON.readTree(event.toBytes())).isEqualTo(JSON.readTree(kept));
        assertThat(EventEnvelope.parse(kept).data()).contains(data(type));
        assertThat(EventEnvelope.parse(kept).sequence()).isEqualTo(7);
    }

    @Test
    void an_unknown_type_is_read_without_its_data_and_an_unknown_field_is_ignored() {
        EventEnvelope unknown = new EventEnvelope("e1", "branch-painted", "/x", "B01", 1, NOON, "{\"a\":1}");
        assertThat(EventEnvelope.parse(unknown.toBytes()).data()).isEmpty();

        EventEnvelope newer = new EventEnvelope(
                "e2",
                "user-registered",
                "/x",
                "u1",
                1,
                NOON,
                "{\"userId\":\"u1\",\"kind\":\"consumer\",\"more\":true}");
        assertThat(EventEnvelope.parse(newer.toBytes()).data()).contains(new UserRegistered("u1", "consumer"));
    }

    @Test
    void what_is_no_event_is_told_apart_from_what_can_be_tried_again() {
        for (String broken : List.of("", "[]", "{}", "{\"specversion\":\"1.0\"}", "\u0000")) {
            assertThatThrownBy(() -> EventEnvelope.parse(broken.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedEventException.class);
        }
    }

    private static EventEnvelope sample(EventType type) {
        return new EventEnvelope(
                "0hq5v2t7k9m01",
                type.typeName(),
                "/" + type.topic().substring(0, type.topic().indexOf('.')) + "-service",
                "0hq5v2t7k9m00",
                7,
                NOON,
                EventEnvelope.write(data(type)));
    }

    /** An offer with everything it may have. */
    private static OfferEvent.State conditional(String status) {
        return new OfferEvent.State(
                "o2",
                "m1",
                "满100减20",
                "CASH_OFF",
                null,
                10_000L,
                2_000L,
                null,
                null,
                "餐饮",
                NOON,
                LATER,
                200,
                2,
                status,
                new OfferEvent.Conditions(
                        50,
                        List.of(new OfferEvent.Hours("FRIDAY", "22:00", "02:00")),
                        true,
                        List.of("p1", "p2"),
                        "s1",
                        null));
    }

    private static DomainEvent data(EventType type) {
        BranchEvent.State branch =
                new BranchEvent.State("B01", "城关支行", "中心街 1 号", "/hq/B01/", new Place(28.452, 119.915), 2_500, false);
        OutletEvent.State outlet = new OutletEvent.State(
                "x1",
                "B01",
                "城关支行菜市场服务点",
                "人民路 20 号",
                "/hq/B01/x1/",
                new Place(28.4531, 119.9162),
                List.of(new OutletEvent.Machines("ATM", 2), new OutletEvent.Machines("CRS", 1)),
                List.of(
                        new OutletEvent.Hours("MONDAY", "08:30", "17:00"),
                        new OutletEvent.Hours("SATURDAY", "09:00", "12:00")),
                "0578-1234567",
                "2026-11-01",
                null);
        MerchantEvent.State merchant = new MerchantEvent.State(
                "m1", "王记面馆", "餐饮", "人民路 8 号", "B01", "/hq/B01/", new Place(28.453, 119.916), "APPROVED");
        OfferEvent.State offer = new OfferEvent.State(
                "o1", "m1", "双人餐8折", "PERCENT", 20, null, null, null, null, "餐饮", NOON, LATER, 100, 2, "LIVE");
        LoanApplicationEvent.State application = new LoanApplicationEvent.State(
                "a1", "m1", "B01", "/hq/B01/", "MICRO", 5_000_000, 12, "SUBMITTED", NOON, LATER);
        CampaignEvent.State campaign = new CampaignEvent.State(
                "k1", "/hq/B01/", "新春抽奖", "DRAW", NOON, LATER, "RUNNING", "9f86d081884c7d65", null);
        LoanEvent.State loan = new LoanEvent.State(
                "l1",
                "a1",
                null,
                "m1",
                "B01",
                "/hq/B01/",
                "MICRO",
                5_000_000,
                12,
                "9.4822",
                "EQUAL_INSTALMENT",
                "D30_360",
                "2026-11-01",
                "2027-11-01",
                "ACTIVE");
        return switch (type) {
            case BRANCH_OPENED -> new BranchEvent.Opened(branch);
            case BRANCH_MOVED -> new BranchEvent.Moved(branch);
            case BRANCH_CLOSED -> new BranchEvent.Closed(branch);
            case OUTLET_OPENED -> new OutletEvent.Opened(outlet);
            case OUTLET_CHANGED -> new OutletEvent.Changed(outlet);
            case OUTLET_MOVED -> new OutletEvent.Moved(outlet);
            case OUTLET_CLOSED -> new OutletEvent.Closed(outlet);
            case USER_REGISTERED -> new UserRegistered("u1", "consumer");
            case USER_MERGED -> new UserEvent.Merged("u1", "u2");
            case CUSTOMER_BOUND -> new UserEvent.Bound("u1", "c1", true);
            case CUSTOMER_UNBOUND -> new UserEvent.Unbound("u1", "c1");
            case CONSENT_CHANGED -> new UserEvent.ConsentChanged("u1", "MARKETING", true, NOON);
            case TAGS_CHANGED -> new UserEvent.TagsChanged("u1", List.of("面食", "VIP_2"));
            case PROFILE_CHANGED -> new UserEvent.ProfileChanged("u1", "FEMALE", 1990, "B01");
            case USER_ERASED -> new UserEvent.Erased("u1", NOON);
            case MERCHANT_APPLIED -> new MerchantEvent.Applied(merchant);
            case MERCHANT_APPROVED -> new MerchantEvent.Approved(merchant);
            case MERCHANT_REJECTED -> new MerchantEvent.Rejected(merchant);
            case MERCHANT_SUSPENDED -> new MerchantEvent.Suspended(merchant);
            case MERCHANT_MOVED -> new MerchantEvent.Moved(merchant);
            case MERCHANT_MORE_WANTED -> new MerchantEvent.MoreWanted(merchant);
            case MERCHANT_RESUMED -> new MerchantEvent.Resumed(merchant);
            case MERCHANT_CLOSED -> new MerchantEvent.Closed(merchant);
            case MERCHANT_RECHECK_DUE -> new MerchantEvent.RecheckDue(merchant, "2027-11-01");
            case OFFER_SCHEDULED -> new OfferEvent.Scheduled(conditional("SCHEDULED"));
            case OFFER_PUBLISHED -> new OfferEvent.Published(offer);
            case OFFER_CHANGED -> new OfferEvent.Changed(offer);
            case OFFER_STOCK_CHANGED -> new OfferEvent.StockChanged(conditional("LIVE"), 150, 52);
            case OFFER_PAUSED -> new OfferEvent.Paused(offer);
            case OFFER_SOLD_OUT -> new OfferEvent.SoldOut(offer, 100);
            case OFFER_ENDED -> new OfferEvent.Ended(offer);
            case COUPON_CLAIMED -> new CouponEvent.Claimed("c1", "o1", "m1", "u1", NOON, LATER, 99, 1);
            case COUPON_REDEEMED -> new CouponEvent.Redeemed("c1", "o1", "m1", "u1", "r1", "u2", NOON, 5_800L, null);
            case COUPON_REVERSED -> new CouponEvent.Reversed("c1", "o1", "m1", "u1", "r1", "rung up twice", NOON, null);
            case COUPON_EXPIRED -> new CouponEvent.Expired("c1", "o1", "m1", "u1", LATER);
            case COUPON_GIFT_OFFERED -> new CouponEvent.GiftOffered("c1", "o1", "m1", "u1", NOON, LATER);
            case COUPON_GIFT_WITHDRAWN -> new CouponEvent.GiftWithdrawn("c1", "o1", "m1", "u1", NOON);
            case COUPON_GIFT_ACCEPTED -> new CouponEvent.GiftAccepted("c1", "o1", "m1", "u1", "u2", NOON);
            case COUPON_RECEIVED -> new CouponEvent.Received("c2", "o1", "m1", "u2", "c1", NOON, LATER);
            case CAMPAIGN_PUBLISHED -> new CampaignEvent.Published(campaign);
            case CAMPAIGN_PAUSED -> new CampaignEvent.Paused(campaign);
            case CAMPAIGN_RESUMED -> new CampaignEvent.Resumed(campaign);
            case CAMPAIGN_ENDED ->
                new CampaignEvent.Ended(new CampaignEvent.State(
                        "k1", "/hq/B01/", "新春抽奖", "DRAW", NOON, LATER, "ENDED", "9f86d081884c7d65", "00ff"));
            case PRIZES_WON ->
                new CampaignEvent.PrizesWon(
                        "p1",
                        "k1",
                        "/hq/B01/",
                        "u1",
                        NOON,
                        "s1",
                        List.of(
                                new CampaignEvent.Won("p1", "COUPON", "c1", null),
                                new CampaignEvent.Won("p2", "POINTS", null, 10L)));
            case FAVOURITE_ADDED -> new FavouriteEvent.Added("u1", "OFFER", "o1", "m1", NOON);
            case FAVOURITE_REMOVED -> new FavouriteEvent.Removed("u1", "OFFER", "o1", "m1", NOON);
            case APPLICATION_SUBMITTED -> new LoanApplicationEvent.Submitted(application);
            case STAGE_ENTERED -> new LoanApplicationEvent.StageEntered(application);
            case STAGE_OVERDUE -> new LoanApplicationEvent.StageOverdue(application, LATER, 1);
            case APPLICATION_DECIDED -> new LoanApplicationEvent.Decided(application, "APPROVED", NOON, LATER);
            case LOAN_DISBURSED -> new LoanEvent.Disbursed(loan);
            case LOAN_REVERSED -> new LoanEvent.Reversed(loan);
            case FOLLOWER_SUBSCRIBED -> new FollowerEvent.Subscribed("f1", "hq", NOON);
            case FOLLOWER_UNSUBSCRIBED -> new FollowerEvent.Unsubscribed("f1", "hq", NOON);
            case AUDIT_RECORDED ->
                new AuditRecorded(
                        "B01",
                        "/hq/B01/",
                        NOON,
                        new AuditRecorded.Actor("s1", "staff", List.of("BRANCH_HEAD"), "B01", null),
                        "merchant-approved",
                        "merchant",
                        "m1",
                        Map.of("status", "APPLIED"),
                        Map.of("status", "APPROVED"),
                        null,
                        "r1");
        };
    }
}
