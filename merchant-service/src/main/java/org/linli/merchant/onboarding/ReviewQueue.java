package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.foureyes.FourEyes.Conflict;
import org.linli.merchant.onboarding.MerchantDecision.FourEyesConflict;
import org.linli.merchant.onboarding.MerchantDecision.Made;
import org.linli.merchant.onboarding.MerchantDecision.Reason;
import org.linli.merchant.onboarding.MerchantDecision.Refused;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/**
 * Who works on which case (rule M-1). A claim is part of the merchant's document and saved only onto the state it was
 * decided on, so two reviewers never hold the same case; it ends by itself.
 */
@Service
class ReviewQueue {
    private final Merchants merchants;
    private final MerchantReview review;
    private final OnboardingSettings settings;
    private final Clock clock;

    ReviewQueue(Merchants merchants, MerchantReview review, OnboardingSettings settings, Clock clock) {
        this.merchants = merchants;
        this.review = review;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param since and {@code id}: of the last one seen */
    record Position(Instant since, String id) {}

    /** The ones waiting for a decision, who has waited longest first. */
    List<Merchant> waiting(Caller staff, @Nullable Position after, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : merchants.waiting(scope, after, limit);
    }

    /** Takes the case on, or keeps it for longer. */
    Optional<MerchantDecision> claim(Caller staff, String merchantId) {
        return change(staff, merchantId, (merchant, now) -> {
            if (!merchant.review().isWaiting()) {
                return new Refused(Reason.ILLEGAL_STATE);
            }
            if (FourEyes.judge(merchant.people(), FourEyes.Decider.of(staff)) instanceof Conflict conflict) {
                return new FourEyesConflict(conflict.reason());
            }
            merchant.claim(new ReviewClaim(staff.subject(), now.plus(settings.claimFor())));
            return new Made();
        });
    }

    /** Gives the case back. */
    Optional<MerchantDecision> release(Caller staff, String merchantId) {
        return change(staff, merchantId, (merchant, now) -> {
            merchant.claim(null);
            return new Made();
        });
    }

    private Optional<MerchantDecision> change(
            Caller staff, String merchantId, BiFunction<Merchant, Instant, MerchantDecision> change) {
        if (review.find(staff, merchantId).isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        return merchants.change(
                merchantId,
                merchant -> merchant.review().claimAgainst(staff.subject(), now) == null
                        ? change.apply(merchant, now)
                        : new Refused(Reason.CLAIMED_BY_ANOTHER),
                Made.class::isInstance);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
