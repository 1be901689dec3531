package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.foureyes.FourEyes.Conflict;
import org.linli.merchant.onboarding.MerchantDecision.FourEyesConflict;
import org.linli.merchant.onboarding.MerchantDecision.Made;
import org.linli.merchant.onboarding.MerchantDecision.PapersMissing;
import org.linli.merchant.onboarding.MerchantDecision.Reason;
import org.linli.merchant.onboarding.MerchantDecision.Refused;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** The branch staff's side: everything within the caller's data scope and nothing outside of it (rules P-1, P-2). */
@Service
class MerchantReview {
    private final Merchants merchants;
    private final OwnerLinking linking;
    private final Papers papers;
    private final OnboardingSettings settings;
    private final Clock clock;

    MerchantReview(Merchants merchants, OwnerLinking linking, Papers papers, OnboardingSettings settings, Clock clock) {
        this.merchants = merchants;
        this.linking = linking;
        this.papers = papers;
        this.settings = settings;
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
        Optional<MerchantDecision> decision = decide(staff, merchantId, (merchant, now) -> {
            List<Paper> missing = missing(merchant);
            if (merchant.status() == MerchantStatus.APPLIED && !missing.isEmpty()) {
                return new PapersMissing(missing);
            }
            boolean approved = merchant.approve(now);
            if (approved) {
                merchant.recheckOn(BusinessDay.of(now).plusMonths(settings.recheckAfterMonths()));
            }
            return MerchantDecision.of(approved);
        });
        if (decision.filter(Made.class::isInstance).isPresent()) {
            merchants.find(merchantId).ifPresent(linking::link);
        }
        return decision;
    }

    /** What must be there before the merchant is let in and is not. */
    private List<Paper> missing(Merchant merchant) {
        return settings.approvalNeedsPapers()
                ? papers.missing(merchant.profile().category(), merchant.dossier())
                : List.of();
    }

    Optional<MerchantDecision> reject(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> MerchantDecision.of(merchant.reject(reason, now)));
    }

    Optional<MerchantDecision> askForMore(Caller staff, String merchantId, List<Want> wanted) {
        return decide(staff, merchantId, (merchant, now) -> MerchantDecision.of(merchant.askForMore(wanted, now)));
    }

    Optional<MerchantDecision> suspend(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> MerchantDecision.of(merchant.suspend(reason, now)));
    }

    /** A merchant that moved while it was suspended first needs the papers of its new place. */
    Optional<MerchantDecision> resume(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> {
            List<Paper> missing = missing(merchant);
            return merchant.status() == MerchantStatus.SUSPENDED && !missing.isEmpty()
                    ? new PapersMissing(missing)
                    : MerchantDecision.of(merchant.resume(reason, now));
        });
    }

    Optional<MerchantDecision> close(Caller staff, String merchantId, String reason) {
        return decide(staff, merchantId, (merchant, now) -> MerchantDecision.of(merchant.close(reason, now)));
    }

    /** Looked at again, and all is well for another period. */
    Optional<MerchantDecision> recheck(Caller staff, String merchantId) {
        return decide(staff, merchantId, (merchant, now) -> {
            if (!merchant.status().isIn()) {
                return new Refused(Reason.ILLEGAL_STATE);
            }
            merchant.recheckOn(BusinessDay.of(now).plusMonths(settings.recheckAfterMonths()));
            return new Made();
        });
    }

    private Optional<MerchantDecision> decide(
            Caller staff, String merchantId, BiFunction<Merchant, Instant, MerchantDecision> decision) {
        if (find(staff, merchantId).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return merchants.change(
                merchantId,
                merchant -> {
                    if (FourEyes.judge(merchant.people(), FourEyes.Decider.of(staff)) instanceof Conflict conflict) {
                        return new FourEyesConflict(conflict.reason());
                    }
                    if (merchant.review().claimAgainst(staff.subject(), now) != null) {
                        return new Refused(Reason.CLAIMED_BY_ANOTHER);
                    }
                    return decision.apply(merchant, now);
                },
                Made.class::isInstance);
    }
}
