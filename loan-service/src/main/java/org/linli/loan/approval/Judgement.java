package org.linli.loan.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.Stage;

/**
 * What somebody wants to decide.
 *
 * @param terms of an approval
 * @param conditions precedent of an approval, in words
 * @param reasons of a refusal
 * @param questions to the investigators when the case goes back
 * @param note for the file, never shown to the applicant
 */
record Judgement(
        Kind kind,
        @Nullable Terms terms,
        List<String> conditions,
        List<DeclineReason> reasons,
        List<String> questions,
        @Nullable String note) {

    /** What can be decided. */
    enum Kind {
        APPROVED(Stage.CONTRACT),
        DECLINED(Stage.DECLINED),
        SENT_BACK(Stage.INVESTIGATION);

        private final Stage target;

        Kind(Stage target) {
            this.target = target;
        }

        /** Where the case goes. */
        Stage target() {
            return target;
        }
    }

    static Judgement approve(Terms terms, List<String> conditions, @Nullable String note) {
        return new Judgement(Kind.APPROVED, terms, List.copyOf(conditions), List.of(), List.of(), note);
    }

    static Judgement decline(List<DeclineReason> reasons, @Nullable String note) {
        return new Judgement(
                Kind.DECLINED, null, List.of(), reasons.stream().distinct().toList(), List.of(), note);
    }

    static Judgement sendBack(List<String> questions, @Nullable String note) {
        return new Judgement(Kind.SENT_BACK, null, List.of(), List.of(), List.copyOf(questions), note);
    }

    /** Words of people stay out of logs. */
    @Override
    public String toString() {
        return "Judgement[" + kind + "]";
    }
}
