package org.linli.merchant.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Component;

/** Whether the coupons that are prizes can be had: the offer is public, and its merchant in good standing. */
@Component
public class PrizeOffers {
    private static final String RULE = "M-4";

    private final OfferShelf offers;
    private final MerchantDirectory merchants;

    PrizeOffers(OfferShelf offers, MerchantDirectory merchants) {
        this.offers = offers;
        this.merchants = merchants;
    }

    /** The plan with the merchants of its prizes, where they are known. */
    Plan withMerchants(Plan plan, Instant now) {
        List<Prize> prizes =
                plan.prizes().stream().map(prize -> withMerchant(prize, now)).toList();
        return plan.withPrizes(prizes);
    }

    private Prize withMerchant(Prize prize, Instant now) {
        Reward reward = prize.reward();
        if (reward.offerId() == null) {
            return prize;
        }
        String merchantId = offers.claimable(reward.offerId(), now)
                .map(ClaimableOffer::merchantId)
                .orElse(null);
        Reward known = new Reward(reward.kind(), reward.offerId(), merchantId, reward.points(), reward.text());
        return new Prize(prize.id(), prize.name(), known, prize.quantity(), prize.chance(), prize.when(), prize.side());
    }

    /** One entry for each prize that cannot be promised for when the campaign runs. */
    List<FieldProblem> problems(Plan plan, Instant now) {
        Instant then = plan.from().isAfter(now) ? plan.from() : now;
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < plan.prizes().size(); i++) {
            String field = "prizes[" + i + "].offerId";
            problem(plan.prizes().get(i), then)
                    .ifPresent(code -> problems.add(new FieldProblem(field, code, "(expected: a live offer)", RULE)));
        }
        return problems;
    }

    /** Whether the coupon could be claimed by somebody at this moment; other rewards always can. */
    public boolean isAvailable(Prize prize, Instant now) {
        return problem(prize, now).isEmpty();
    }

    private Optional<String> problem(Prize prize, Instant now) {
        String offerId = prize.reward().offerId();
        if (offerId == null) {
            return Optional.empty();
        }
        Optional<ClaimableOffer> offer = offers.claimable(offerId, now);
        if (offer.filter(ClaimableOffer::claimable).isEmpty()) {
            return Optional.of("offer-not-live");
        }
        boolean trades = merchants
                .recentStanding(offer.get().merchantId())
                .filter(Standing::approved)
                .isPresent();
        return trades ? Optional.empty() : Optional.of("merchant-not-approved");
    }
}
