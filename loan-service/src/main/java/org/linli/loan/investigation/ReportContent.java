package org.linli.loan.investigation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.soft.SoftAnswer;
import org.linli.loan.investigation.statement.Statements;

/**
 * What an investigator writes; the photos are kept beside it. In a draft anything may be missing.
 *
 * @param statements of the account manager, from the visit (rule L-5)
 * @param findings in words; may name people
 */
record ReportContent(
        @Nullable @Valid Statements statements,
        @Nullable @Valid Corroboration corroboration,
        @Nullable @Size(max = 100) List<@Valid @NotNull SoftAnswer> soft,
        @Nullable @Valid Recommendation recommendation,
        @Nullable @Size(max = 4_000) String findings) {
    static final ReportContent EMPTY = new ReportContent(null, null, null, null, null);

    List<SoftAnswer> softAnswers() {
        return soft == null ? List.of() : soft;
    }

    Corroboration sources() {
        return corroboration == null ? Corroboration.NONE : corroboration;
    }

    /** It is about people. */
    @Override
    public String toString() {
        return "ReportContent[hidden]";
    }
}
