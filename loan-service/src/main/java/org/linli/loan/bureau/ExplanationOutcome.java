package org.linli.loan.bureau;

import org.linli.loan.foureyes.FourEyes;

/** What became of an explanation that was handed in or decided on. */
sealed interface ExplanationOutcome {
    record Done(CreditCheck check) implements ExplanationOutcome {}

    /** No report shows arrears, or nobody explained them. */
    record NothingToExplain() implements ExplanationOutcome {}

    /** It was decided on before, which stays. */
    record Decided() implements ExplanationOutcome {}

    record FourEyesConflict(FourEyes.Reason reason) implements ExplanationOutcome {}
}
