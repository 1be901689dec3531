package org.linli.loan.product;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The working days that a product promises per stage (rule L-1: at most 15 until the decision). */
public record PromisedDays(
        @Min(1) @Max(60) int submitted,
        @Min(1) @Max(60) int investigation,
        @Min(1) @Max(60) int approval,
        @Min(1) @Max(60) int contract,
        @Min(1) @Max(60) int disbursement) {
    /** Rule L-1. */
    public static final int MOST_UNTIL_DECISION = 15;

    @AssertTrue(message = "the days until the decision may not add up to more than 15") boolean isWithinSunshineClock() {
        return submitted + investigation + approval <= MOST_UNTIL_DECISION;
    }
}
