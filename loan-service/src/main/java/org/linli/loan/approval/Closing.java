package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Majority;

/**
 * The end of a session.
 *
 * @param by the chair, or the system at the deadline
 * @param inFavour votes that counted
 * @param veto the chair's no; without effect when nothing was carried
 */
record Closing(
        String by,
        Instant at,
        Majority.Verdict verdict,
        int inFavour,
        int against,
        @Nullable Veto veto) {

    /**
     * The chair's veto: refuses what was carried, or sends the case back with questions.
     *
     * @param reason in words, for the minutes
     */
    record Veto(String reason, List<DeclineReason> declineReasons, List<String> questions) {
        Judgement judgement() {
            return questions.isEmpty() ? Judgement.decline(declineReasons, null) : Judgement.sendBack(questions, null);
        }

        @Override
        public String toString() {
            return "Veto[hidden]";
        }
    }
}
