package org.linli.loan.disbursement;

import java.util.List;
import java.util.Locale;
import org.linli.loan.application.Stage;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;

/** Every refusal with its status and code. */
record DisbursementRefusals(MessageSource messages, Locale locale)
        implements DisbursementOutcome.Cases<DisbursementView> {
    @Override
    public DisbursementView accepted(Disbursement disbursement) {
        return DisbursementView.of(disbursement);
    }

    @Override
    public DisbursementView notFound() {
        throw ProblemException.notFound();
    }

    @Override
    public DisbursementView wrongStage(Stage current) {
        throw ProblemException.conflict("wrong-stage", text("stage." + current));
    }

    @Override
    public DisbursementView wrongKind(boolean revolving) {
        throw ProblemException.conflict(revolving ? "case-is-a-line" : "case-is-no-line");
    }

    @Override
    public DisbursementView fourEyesConflict(String code) {
        FieldProblem why = new FieldProblem(null, code, text("four-eyes." + code), "P-2");
        throw ProblemException.refused("four-eyes-conflict", List.of(why));
    }

    @Override
    public DisbursementView conditionsOpen(List<FailedCondition> failed) {
        throw ProblemException.refused(
                "disbursement-conditions-open",
                failed.stream().map(this::problem).toList());
    }

    private FieldProblem problem(FailedCondition failed) {
        String code = failed.kind().code();
        return new FieldProblem(null, code, text("disbursement." + code, String.valueOf(failed.detail())));
    }

    @Override
    public DisbursementView notInStatus(DisbursementStatus current) {
        throw ProblemException.conflict("disbursement-status", text("disbursement." + current));
    }

    @Override
    public DisbursementView tooLate(int days) {
        throw ProblemException.refused("reversal-too-late", days);
    }

    private String text(String key, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }
}
