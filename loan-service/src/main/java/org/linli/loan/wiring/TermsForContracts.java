package org.linli.loan.wiring;

import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.Decisions;
import org.linli.loan.contract.Approvals;
import org.linli.loan.contract.ApprovedTerms;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.springframework.stereotype.Component;

/** A contract is made of what was approved, and of the product as the case began with it. */
@Component
class TermsForContracts implements Approvals {
    private final Decisions decisions;
    private final LoanCases cases;
    private final LoanProducts products;

    TermsForContracts(Decisions decisions, LoanCases cases, LoanProducts products) {
        this.decisions = decisions;
        this.cases = cases;
        this.products = products;
    }

    @Override
    public Optional<ApprovedTerms> termsOf(String caseId) {
        return decisions
                .approved(caseId)
                .flatMap(approved -> product(caseId)
                        .map(product -> new ApprovedTerms(
                                approved.amountFen(),
                                approved.termMonths(),
                                approved.annualRatePercent(),
                                approved.method(),
                                product.dayCount(),
                                approved.conditions(),
                                approved.validUntil(),
                                product.revolving(),
                                approved.decidedBy())));
    }

    private Optional<LoanProduct> product(String caseId) {
        return cases.find(caseId).flatMap((LoanCase one) -> products.version(one.productCode(), one.productVersion()));
    }
}
