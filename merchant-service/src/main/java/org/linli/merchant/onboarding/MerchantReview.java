package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.foureyes.FourEyes.Conflict;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** The branch staff's side: everything within the caller's data scope and nothing outside of it (rules P-1, P-2). */
@Service
class MerchantReview {
    private final Merchants merchants;
    private final OwnerLinking linking;
    private final Clock clock;

    MerchantReview(Merchants merchants, OwnerLinking linking, Clock clock) {
        this.merchants = merchants;
        this.linking = linking;
        this.clock = clock;
    }

    List<Merchant> search(
            Caller staff,
            @Nullable MerchantStatus status,
            @Nullable String nameContains,
            @Nullable String afterId,
            int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : merchants.search(scope, status, nameContains, afterId, limit);
    }

    Optional<Merchant> find(Caller staff, String merchantId) {
        return merchants
                .find(merchantId)
                .filter(merchant -> staff.oversees(merchant.attachment().organisationPath()));
    }

    Optional<MerchantDecision> approve(Caller staff, String merchantId) {
        Optional<MerchantDecision> decision = decide(staff, merchantId, Merchant::approve);
        if (decision.filter(MerchantDecision.Made.class::isInstance).isPresent()) {
            merchants.find(merchantId).ifPresent(linking::link);
        }
        return decision;
    }

    Optional<MerchantDecision> reject(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> merchant.reject(reason, now));
    }

    Optional<MerchantDecision> suspend(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> merchant.suspend(reason, now));
    }

    private Optional<MerchantDecision> decide(
            Caller staff, String merchantId, BiPredicate<Merchant, Instant> decision) {
        if (find(staff, merchantId).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return merchants.change(
                merchantId,
                merchant -> {
                    if (FourEyes.judge(merchant.people(), FourEyes.Decider.of(staff)) instanceof Conflict conflict) {
                        return new MerchantDecision.FourEyesConflict(conflict.reason());
                    }
                    return decision.test(merchant, now)
                            ? new MerchantDecision.Made()
                            : new MerchantDecision.IllegalState();
                },
                MerchantDecision.Made.class::isInstance);
    }
}
