package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.onboarding.MerchantDecision.Made;
import org.linli.merchant.onboarding.MerchantDecision.Reason;
import org.linli.merchant.onboarding.MerchantDecision.Refused;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Head office's pool (rule M-1): merchants that no circle holds, and giving one to a branch by hand. */
@Service
class Assigning {
    private final Merchants merchants;
    private final MerchantReview review;
    private final Branches branches;
    private final Attaching attaching;
    private final Clock clock;

    Assigning(Merchants merchants, MerchantReview review, Branches branches, Attaching attaching, Clock clock) {
        this.merchants = merchants;
        this.review = review;
        this.branches = branches;
        this.attaching = attaching;
        this.clock = clock;
    }

    /** Empty for whoever does not oversee head office itself. */
    List<Merchant> pool(Caller staff, @Nullable String afterId, int limit) {
        return staff.oversees(Attachment.HEAD_OFFICE.organisationPath()) ? merchants.pool(afterId, limit) : List.of();
    }

    /** @return empty when the caller oversees no such merchant */
    Optional<MerchantDecision> assign(Caller staff, String merchantId, String branchId) {
        Optional<Merchant> found = review.find(staff, merchantId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<Attachment> branch =
                branches.open(branchId).filter(target -> staff.oversees(target.organisationPath()));
        if (branch.isEmpty()) {
            return Optional.of(new Refused(Reason.NO_SUCH_BRANCH));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return attaching.during(List.of(branch.get()), () -> assign(merchantId, branch.get(), now));
    }

    private Optional<MerchantDecision> assign(String merchantId, Attachment branch, Instant now) {
        return merchants.change(
                merchantId,
                merchant -> {
                    if (merchant.status().isOver()) {
                        return new Refused(Reason.ILLEGAL_STATE);
                    }
                    if (!branches.attach(merchant.profile().point()).equals(Attachment.HEAD_OFFICE)) {
                        return new Refused(Reason.BELONGS_TO_A_CIRCLE);
                    }
                    merchant.assignTo(branch, now);
                    return new Made();
                },
                Made.class::isInstance);
    }
}
