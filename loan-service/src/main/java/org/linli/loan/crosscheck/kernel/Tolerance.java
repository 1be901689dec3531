package org.linli.loan.crosscheck.kernel;

import java.math.BigDecimal;

/**
 * How a check is judged; a parameter.
 *
 * @param percent the largest deviation that passes
 * @param failure what a failure means
 * @param unknown what missing data means
 */
public record Tolerance(BigDecimal percent, Effect failure, Effect unknown) {
    /** What follows from a verdict that is no pass. */
    public enum Effect {
        /** The case waits until an investigator gives a reason. */
        NEEDS_REASON,
        /** Whoever decides sees it. */
        NOTED
    }
}
