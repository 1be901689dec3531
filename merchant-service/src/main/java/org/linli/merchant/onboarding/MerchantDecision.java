package org.linli.merchant.onboarding;

import org.linli.merchant.foureyes.FourEyes;

/** What became of a wish to approve, reject or suspend. */
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

    record IllegalState() implements MerchantDecision {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.illegalState();
        }
    }

    interface Cases<T> {
        T made();

        T fourEyesConflict(FourEyes.Reason reason);

        T illegalState();
    }
}
