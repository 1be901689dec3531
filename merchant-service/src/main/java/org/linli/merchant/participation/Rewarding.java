package org.linli.merchant.participation;

import java.util.List;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.Reward;
import org.linli.merchant.coupon.PrizeCoupons;
import org.linli.merchant.points.PointsLedger;
import org.springframework.stereotype.Component;

/** Hands out what was won. Repeatable: every prize of a participation is an occasion that counts once. */
@Component
class Rewarding {
    private static final String SEPARATOR = "/";

    private final PrizeCoupons coupons;
    private final PointsLedger points;
    private final Bottles bottles;

    Rewarding(PrizeCoupons coupons, PointsLedger points, Bottles bottles) {
        this.coupons = coupons;
        this.points = points;
        this.bottles = bottles;
    }

    List<Delivery> handOut(Campaign campaign, String participationId, Entered entered) {
        if (entered.message() != null) {
            bottles.throwIn(Bottle.of(participationId, entered));
        }
        return entered.prizes(campaign).stream()
                .map(prize -> handOut(prize, participationId, entered))
                .toList();
    }

    private Delivery handOut(Prize prize, String participationId, Entered entered) {
        Reward reward = prize.reward();
        String occasion = participationId + SEPARATOR + prize.id();
        if (reward.points() != null) {
            points.add(entered.consumerId(), reward.points(), entered.campaignId(), occasion, entered.at());
        }
        if (reward.offerId() == null) {
            return new Delivery(prize.id(), null, null, null);
        }
        PrizeCoupons.Given given = coupons.give(reward.offerId(), entered.consumerId(), occasion);
        if (given instanceof PrizeCoupons.Coupon coupon) {
            return new Delivery(prize.id(), coupon.couponId(), coupon.validUntil(), null);
        }
        // It stays taken from the pool: better one too few than one too many. The report shows it.
        return new Delivery(prize.id(), null, null, ((PrizeCoupons.None) given).reason());
    }
}
