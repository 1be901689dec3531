package org.linli.loan.wiring;

import org.linli.loan.customerfile.GuaranteeCompanies;
import org.linli.loan.disbursement.MoneyFollower;
import org.springframework.stereotype.Component;

/** What guarantee companies guarantee for is what is lent: consumed when the money is out, reserved when it is back. */
@Component
class CapsFollowMoney implements MoneyFollower {
    private final GuaranteeCompanies companies;

    CapsFollowMoney(GuaranteeCompanies companies) {
        this.companies = companies;
    }

    @Override
    public void out(String caseId) {
        companies.consumeFor(caseId);
    }

    @Override
    public void back(String caseId) {
        companies.reserveAgainFor(caseId);
    }
}
