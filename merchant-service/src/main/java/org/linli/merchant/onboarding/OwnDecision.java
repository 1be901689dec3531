package org.linli.merchant.onboarding;

import java.util.List;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.starter.web.ProblemException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;

/** What became of what an owner wanted to do with the own merchant. */
sealed interface OwnDecision {
    /** The merchant as it is now; the refusal as a problem otherwise. */
    Merchant orProblem();

    record Made(Merchant merchant) implements OwnDecision {
        @Override
        public Merchant orProblem() {
            return merchant;
        }
    }

    record StaleVersion() implements OwnDecision {
        @Override
        public Merchant orProblem() {
            throw ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
        }
    }

    record PapersMissing(List<Paper> papers) implements OwnDecision {
        @Override
        public Merchant orProblem() {
            throw ProblemException.refused("papers-missing", Papers.problems(papers, LocaleContextHolder.getLocale()));
        }
    }

    record IllegalState() implements OwnDecision {
        @Override
        public Merchant orProblem() {
            throw ProblemException.conflict("illegal-state");
        }
    }
}
