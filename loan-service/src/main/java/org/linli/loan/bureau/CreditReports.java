package org.linli.loan.bureau;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.linli.loan.application.LoanCase;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** The credit report of a case and the explanation of what it says. */
@Component
public class CreditReports {
    /** Under this name the report is among the sources of facts. */
    public static final String SOURCE = "credit-report";

    private final CreditChecks checks;
    private final SealedField text;

    CreditReports(CreditChecks checks, FieldCipher cipher) {
        this.checks = checks;
        this.text = cipher.field(CreditCheck.COLLECTION, "explanation.textSealed");
    }

    /** Whether the case waits for the bureau at the moment. */
    public boolean isWaiting(String caseId) {
        return checks.find(caseId)
                .filter(check -> check.state() == CreditCheck.State.WAITING)
                .isPresent();
    }

    Optional<CreditCheck> find(String caseId) {
        return checks.find(caseId);
    }

    CreditCheck ask(LoanCase loanCase) {
        return checks.obtain(loanCase, true);
    }

    /** The applicant's words, handed in by the applicant or by staff for them. Until decided they may be replaced. */
    ExplanationOutcome explain(LoanCase loanCase, String words, Caller caller) {
        String sealed = text.encrypt(loanCase.id(), words);
        return checks.change(
                        loanCase.id(),
                        check -> explain(check, sealed, caller.subject()),
                        ExplanationOutcome.Done.class::isInstance)
                .orElseGet(ExplanationOutcome.NothingToExplain::new);
    }

    private ExplanationOutcome explain(CreditCheck check, String sealed, String by) {
        CreditReport report = check.report();
        if (report == null || report.overdueMonthsInARow() == 0) {
            return new ExplanationOutcome.NothingToExplain();
        }
        if (check.isExplained()) {
            return new ExplanationOutcome.Decided();
        }
        check.explain(Explanation.given(report.overdueMonthsInARow(), sealed, by, checks.now()));
        return new ExplanationOutcome.Done(check);
    }

    /** Neither whoever handed it in nor anybody with a hand in the case decides on it (rules P-2, L-8). */
    ExplanationOutcome decide(LoanCase loanCase, boolean accept, String why, Caller caller) {
        return checks.change(
                        loanCase.id(),
                        check -> decide(check, loanCase, accept, why, FourEyes.Decider.of(caller)),
                        ExplanationOutcome.Done.class::isInstance)
                .orElseGet(ExplanationOutcome.NothingToExplain::new);
    }

    private ExplanationOutcome decide(
            CreditCheck check, LoanCase loanCase, boolean accept, String why, FourEyes.Decider decider) {
        Explanation given = check.explanation();
        if (given == null) {
            return new ExplanationOutcome.NothingToExplain();
        }
        if (FourEyes.judge(people(loanCase, given.by()), decider) instanceof FourEyes.Conflict conflict) {
            return new ExplanationOutcome.FourEyesConflict(conflict.reason());
        }
        if (!given.isOpen()) {
            return new ExplanationOutcome.Decided();
        }
        check.explain(given.decided(accept, decider.subject(), why, checks.now()));
        return new ExplanationOutcome.Done(check);
    }

    private static FourEyes.Case people(LoanCase loanCase, String explainedBy) {
        FourEyes.Case known = loanCase.people();
        Set<String> preparers = new LinkedHashSet<>(known.preparers());
        preparers.add(explainedBy);
        return new FourEyes.Case(known.owners(), preparers, known.investigators(), known.merchantId());
    }

    String words(CreditCheck check, Explanation explanation) {
        return text.decrypt(check.id(), explanation.textSealed());
    }
}
