package org.linli.loan.product;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Who decides up to which amount (rule L-8).
 *
 * @param upToFen inclusive
 */
public record ApprovalBand(@Min(1) long upToFen, @NotNull Decider decider) {
    /** A role, or the committee. */
    public enum Decider {
        BRANCH_HEAD,
        APPROVER,
        COMMITTEE
    }
}
