package org.linli.loan.disbursement;

import java.time.Instant;
import org.linli.loan.application.LoanCase;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.loan.AgreedTerms;
import org.linli.loan.loan.LoanOrigin;
import org.linli.starter.Ids;
import org.springframework.stereotype.Component;

/** Makes an instruction of what was signed; each one is for a loan of its own. */
@Component
class Orders {
    private final PayeeSeal seal;

    Orders(PayeeSeal seal) {
        this.seal = seal;
    }

    Order of(LoanCase loanCase, SignedContract contract, String by, Instant at) {
        return new Order(
                Ids.next(),
                originOf(loanCase),
                termsOf(contract),
                contract.payee().kind(),
                contract.payee().maskedAccount(),
                seal.seal(loanCase.id(), contract.payee()),
                by,
                at);
    }

    static LoanOrigin originOf(LoanCase loanCase) {
        return new LoanOrigin(
                loanCase.id(),
                null,
                loanCase.merchantId(),
                loanCase.branchId(),
                loanCase.organisationPath(),
                loanCase.productCode());
    }

    static AgreedTerms termsOf(SignedContract contract) {
        return new AgreedTerms(
                contract.terms().amountFen(),
                contract.terms().termMonths(),
                contract.terms().annualRatePercent(),
                contract.terms().method(),
                contract.terms().dayCount());
    }
}
