package org.linli.merchant.onboarding;

import java.util.List;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.foureyes.FourEyes;

/** What became of what a member of staff wanted to do with a merchant. */
sealed interface MerchantDecision {
    <T> T answer(Cases<T> cases);

    record Made() implements MerchantDecision {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.made();
        }
    }

    record FourEyesConflict(FourEyes.Reason reason) implements MerchantDecision {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    record PapersMissing(List<Paper> papers) implements MerchantDecision {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.papersMissing(papers);
        }
    }

    record Refused(Reason reason) implements MerchantDecision {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.refused(reason);
        }
    }

    enum Reason {
        ILLEGAL_STATE,
        CLAIMED_BY_ANOTHER,
        NO_SUCH_BRANCH,
        /** A circle holds the place, so it is not for people to decide. */
        BELONGS_TO_A_CIRCLE
    }

    static MerchantDecision of(boolean made) {
        return made ? new Made() : new Refused(Reason.ILLEGAL_STATE);
    }

    interface Cases<T> {
        T made();

        T fourEyesConflict(FourEyes.Reason reason);

        T papersMissing(List<Paper> papers);

        T refused(Reason reason);
    }
}
