package org.linli.loan.wiring;

import org.linli.loan.approval.RenewalGuard;
import org.linli.loan.contract.SettingAside;
import org.springframework.stereotype.Component;

/** Before a lapsed approval is decided on anew, the contract made of it is set aside. */
@Component
class ContractsForRenewal implements RenewalGuard {
    private final SettingAside contracts;

    ContractsForRenewal(SettingAside contracts) {
        this.contracts = contracts;
    }

    @Override
    public boolean letsGo(String caseId, String reason, String by) {
        return contracts.unsigned(caseId, reason, by);
    }
}
