package org.linli.loan.wiring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.DeclineReason;
import org.linli.loan.approval.RecordingDecisions;
import org.linli.loan.approval.SystemDecision;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.policy.CaseAssessment;
import org.linli.loan.policy.kernel.Finding;
import org.linli.loan.policy.kernel.Verdict;
import org.linli.loan.product.LoanProducts;
import org.linli.loan.straightthrough.PathEnd;
import org.linli.loan.straightthrough.ShortDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the straight-through path decided stands among the bank's decisions, like any other (rules L-8, L-10). */
@Component
class ShortDecisionsInBook implements PathEnd {
    private static final Logger log = LoggerFactory.getLogger(ShortDecisionsInBook.class);
    private static final String SYSTEM = "straight-through";

    private final LoanCases cases;
    private final RecordingDecisions decisions;
    private final LoanProducts products;

    ShortDecisionsInBook(LoanCases cases, RecordingDecisions decisions, LoanProducts products) {
        this.cases = cases;
        this.decisions = decisions;
        this.products = products;
    }

    /** What the book does not take stays in the approval, with people. */
    @Override
    public void end(ShortDecision made, CaseAssessment reasons) {
        Optional<LoanCase> found = cases.find(made.caseId());
        if (found.isEmpty()) {
            return;
        }
        LoanCase loanCase = found.get();
        RecordingDecisions.Recorded recorded = decisions.record(loanCase.id(), decision(loanCase, made, reasons));
        if (recorded != RecordingDecisions.Recorded.DONE) {
            log.warn("case {} stays with people: {}", loanCase.id(), recorded);
        }
    }

    private SystemDecision decision(LoanCase loanCase, ShortDecision made, CaseAssessment reasons) {
        return new SystemDecision(
                SYSTEM,
                String.valueOf(made.assessment()),
                Objects.requireNonNullElse(made.amountFen(), loanCase.amountFen()),
                Objects.requireNonNullElse(made.termMonths(), loanCase.termMonths()),
                Objects.requireNonNullElse(made.annualRatePercent(), BigDecimal.ZERO),
                method(loanCase),
                List.of(),
                made.isApproval() ? List.of() : grounds(reasons),
                AssessmentForApproval.trace(reasons));
    }

    /** The product's first method is its usual one. */
    private RepaymentMethod method(LoanCase loanCase) {
        return products.version(loanCase.productCode(), loanCase.productVersion())
                .map(product -> product.methods().get(0))
                .orElse(RepaymentMethod.EQUAL_INSTALMENT);
    }

    private static List<DeclineReason> grounds(CaseAssessment reasons) {
        List<DeclineReason> grounds = reasons.assessment().findings().stream()
                .filter(finding -> finding.verdict() == Verdict.DECLINE)
                .map(ShortDecisionsInBook::ground)
                .distinct()
                .toList();
        return grounds.isEmpty() ? List.of(DeclineReason.BANK_POLICY) : grounds;
    }

    private static DeclineReason ground(Finding finding) {
        return switch (finding.policy()) {
            case CREDIT_REPORT_FRESH,
                    NO_LONG_ARREARS,
                    NO_CURRENT_OVERDUE,
                    NO_WRITTEN_OFF_DEBT,
                    NOT_ON_EXECUTED_LIST,
                    FEW_QUERIES -> DeclineReason.CREDIT_HISTORY;
            case FEW_OTHER_LENDERS, FEW_GUARANTEES_FOR_OTHERS, NO_UNDISCLOSED_LENDING -> DeclineReason.EXISTING_DEBT;
            case TRADING_TIME -> DeclineReason.BUSINESS_TOO_YOUNG;
            case TURNOVER_COVERS_AMOUNT, BURDEN_BEARABLE -> DeclineReason.REPAYMENT_CAPACITY;
            case SOFT_INFORMATION, CROSS_CHECKS, NOTHING_UNCHECKED -> DeclineReason.INFORMATION_UNVERIFIED;
            case SCORE -> DeclineReason.BANK_POLICY;
        };
    }
}
