package org.linli.merchant.onboarding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The same answer to every decision: the merchant as it is now, or why not. */
@Component
class DecisionAnswers {
    private final MerchantReview review;
    private final FourEyesRefusal refusal;

    DecisionAnswers(MerchantReview review, FourEyesRefusal refusal) {
        this.review = review;
        this.refusal = refusal;
    }

    /** @throws ProblemException for every decision that was not made */
    MerchantAnswers.Full answer(Optional<MerchantDecision> decision, String merchantId, Caller caller) {
        decision.orElseThrow(ProblemException::notFound).answer(new Refusals(refusal, LocaleContextHolder.getLocale()));
        return merchant(merchantId, caller);
    }

    MerchantAnswers.Full merchant(String merchantId, Caller caller) {
        return review.find(caller, merchantId)
                .map(MerchantAnswers.Full::masked)
                .orElseThrow(ProblemException::notFound);
    }

    private record Refusals(FourEyesRefusal refusal, Locale locale) implements MerchantDecision.Cases<Boolean> {
        @Override
        public Boolean made() {
            return true;
        }

        @Override
        public Boolean fourEyesConflict(FourEyes.Reason reason) {
            throw refusal.of(reason, locale);
        }

        @Override
        public Boolean papersMissing(List<Paper> papers) {
            throw ProblemException.refused("papers-missing", Papers.problems(papers, locale));
        }

        @Override
        public Boolean refused(MerchantDecision.Reason reason) {
            throw switch (reason) {
                case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
                case CLAIMED_BY_ANOTHER -> ProblemException.conflict("claimed-by-another");
                case NO_SUCH_BRANCH -> ProblemException.refused("no-such-branch");
                case BELONGS_TO_A_CIRCLE -> ProblemException.refused("belongs-to-a-circle");
            };
        }
    }
}
