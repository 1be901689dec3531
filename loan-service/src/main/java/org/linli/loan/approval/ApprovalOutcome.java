package org.linli.loan.approval;

import java.util.List;

/** What became of a wish about a decision. */
sealed interface ApprovalOutcome {
    /** The decision after it; also when the same request had been done before. */
    record Done(Decision decision) implements ApprovalOutcome {}

    /**
     * A refusal; nothing changed, except that a conflict of interest found while voting is kept.
     *
     * @param arguments what the refusal's text speaks of, as described there
     */
    record Refused(Refusal why, List<String> arguments) implements ApprovalOutcome {}

    static ApprovalOutcome refused(Refusal why, String... arguments) {
        return new Refused(why, List.of(arguments));
    }
}
