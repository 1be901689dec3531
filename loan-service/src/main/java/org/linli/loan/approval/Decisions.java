package org.linli.loan.approval;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.springframework.stereotype.Component;

/** What was decided, for the features that come after it: contract and disbursement. */
@Component
public class Decisions {
    private static final Set<Stage> AFTER_APPROVAL = EnumSet.of(Stage.CONTRACT, Stage.DISBURSEMENT, Stage.DISBURSED);

    private final DecisionRegister register;
    private final LoanCases cases;

    Decisions(DecisionRegister register, LoanCases cases) {
        this.register = register;
        this.cases = cases;
    }

    /**
     * The approved terms of a case that stands where its approval led it. An approval that has lapsed is answered too:
     * whoever makes a contract of it asks {@link ApprovedTerms#isValidOn}.
     */
    public Optional<ApprovedTerms> approved(String caseId) {
        return standing(caseId).flatMap(decision -> decision.ruling().flatMap(ruling -> terms(decision, ruling)));
    }

    /** The latest approval, if the case went where it led. */
    Optional<Decision> standing(String caseId) {
        return cases.find(caseId)
                .filter(found -> AFTER_APPROVAL.contains(found.stage()))
                .flatMap(found -> register.latest(caseId))
                .filter(Decision::isApproved);
    }

    private static Optional<ApprovedTerms> terms(Decision decision, Ruling ruling) {
        Terms terms = ruling.judgement().terms();
        if (terms == null || ruling.validUntil() == null) {
            return Optional.empty();
        }
        return Optional.of(new ApprovedTerms(
                decision.caseId(),
                decision.id(),
                terms.amountFen(),
                terms.termMonths(),
                terms.annualRatePercent(),
                terms.method(),
                ruling.judgement().conditions(),
                decision.deciders(),
                ruling.at(),
                ruling.validUntil()));
    }
}
