package org.linli.loan.investigation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.statement.Amounts;

/**
 * What an investigator would do. They recommend, others decide (rule L-8).
 *
 * @param amountFen how much, and {@code termMonths} for how long; only with {@code LEND}
 */
public record Recommendation(
        @NotNull Outcome outcome,
        @Nullable @Min(1) @Max(Amounts.MOST) Long amountFen,
        @Nullable @Min(1) @Max(360) Integer termMonths) {
    public enum Outcome {
        LEND,
        REFUSE
    }

    @AssertTrue(message = "(expected: amountFen and termMonths with LEND, neither with REFUSE)")
    boolean isWhole() {
        boolean lends = outcome == Outcome.LEND;
        return (amountFen != null) == lends && (termMonths != null) == lends;
    }
}
