package org.linli.loan.policy;

import java.time.LocalDate;
import org.linli.loan.foureyes.FourEyes;

/** What became of reviewing a version. */
sealed interface PolicyReview {
    <T> T answer(Cases<T> cases);

    record Done(PolicyVersion version) implements PolicyReview {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.done(version);
        }
    }

    /** It was accepted or turned down before, which stays. */
    record Reviewed(PolicyVersion version) implements PolicyReview {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.reviewedBefore(version);
        }
    }

    record FourEyesConflict(FourEyes.Reason reason) implements PolicyReview {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.fourEyesConflict(reason);
        }
    }

    /** Nothing comes into force in the past: decisions of those days would have no version. */
    record InThePast(LocalDate earliest) implements PolicyReview {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.inThePast(earliest);
        }
    }

    record Absent() implements PolicyReview {
        @Override
        public <T> T answer(Cases<T> cases) {
            return cases.absent();
        }
    }

    interface Cases<T> {
        T done(PolicyVersion version);

        T reviewedBefore(PolicyVersion version);

        T fourEyesConflict(FourEyes.Reason reason);

        T inThePast(LocalDate earliest);

        T absent();
    }
}
