package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;

/** A decision as a caller sends it: what belongs to another kind of decision is refused, not ignored. */
record DecisionForm(
        @NotNull Judgement.Kind decision,
        @Valid @Nullable TermsForm terms,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> conditions,
        @Nullable @Size(max = 9) List<@NotNull DeclineReason> reasons,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> questions,
        @Nullable @Size(max = 1000) String note) {

    Judgement judgement() {
        return switch (decision) {
            case APPROVED -> approval();
            case DECLINED -> {
                only("reasons", isEmpty(reasons), terms == null && isEmpty(conditions) && isEmpty(questions));
                yield Judgement.decline(orNone(reasons), note);
            }
            case SENT_BACK -> {
                only("questions", isEmpty(questions), terms == null && isEmpty(conditions) && isEmpty(reasons));
                yield Judgement.sendBack(orNone(questions), note);
            }
        };
    }

    private Judgement approval() {
        if (terms == null) {
            throw ProblemException.invalidParameter("terms", "null (expected: the terms that are approved)");
        }
        only("terms", false, isEmpty(reasons) && isEmpty(questions));
        return Judgement.approve(terms.terms(), orNone(conditions), note);
    }

    private void only(String field, boolean missing, boolean nothingElse) {
        if (missing) {
            throw ProblemException.invalidParameter(field, "empty (expected: at least one)");
        }
        if (!nothingElse) {
            throw ProblemException.invalidParameter("decision", decision + " (expected: only " + field + " with it)");
        }
    }

    private static boolean isEmpty(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Words of people stay out of logs. */
    @Override
    public String toString() {
        return "DecisionForm[hidden]";
    }
}
