package org.linli.loan.disbursement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.loan.application.WayBack;
import org.linli.loan.contract.SettingAside;
import org.linli.loan.contract.SignedContracts;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.disbursement.DisbursementOutcome.Accepted;
import org.linli.loan.disbursement.DisbursementOutcome.NotInStatus;
import org.linli.loan.disbursement.DisbursementOutcome.WrongStage;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Leading a case from the disbursement back to the contract: the account is wrong, the entrusted payee is another, the
 * terms are not met. First the one document in which an order would stand says that nothing is to be paid under this
 * contract, then the contract is set aside, then the case moves. Impossible as long as money may be on its way.
 */
@Component
class Reopening implements StageDriver {
    private final LoanCases cases;
    private final SignedContracts contracts;
    private final SettingAside settingAside;
    private final Disbursements disbursements;
    private final Orders orders;
    private final Clock clock;

    Reopening(
            LoanCases cases,
            SignedContracts contracts,
            SettingAside settingAside,
            Disbursements disbursements,
            Orders orders,
            Clock clock) {
        this.cases = cases;
        this.contracts = contracts;
        this.settingAside = settingAside;
        this.disbursements = disbursements;
        this.orders = orders;
        this.clock = clock;
    }

    DisbursementOutcome reopen(String caseId, String reason, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        LoanCase loanCase = found.get();
        Optional<SignedContract> contract = contracts.of(caseId);
        Optional<Disbursement> before = disbursements.find(caseId);
        if (loanCase.stage() != Stage.DISBURSEMENT || contract.isEmpty()) {
            return before.filter(one -> isSameWish(one, reason, caller))
                    .map(this::finished)
                    .orElseGet(() -> new WrongStage(loanCase.stage()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SetAside why = new SetAside(contract.get().edition(), reason, caller.subject(), now);
        Order never = orders.of(loanCase, contract.get(), caller.subject(), now);
        boolean first = disbursements.insert(NewDisbursement.setAside(caseId, never, why))
                || disbursements
                        .change(caseId, one -> one.setAside(why), changed -> changed)
                        .orElse(false);
        Disbursement after = disbursements.find(caseId).orElseThrow();
        return first ? finished(after) : new NotInStatus(after.status());
    }

    private static boolean isSameWish(Disbursement one, String reason, Caller caller) {
        SetAside aside = one.setAside();
        return one.status() == DisbursementStatus.SET_ASIDE
                && aside != null
                && aside.isSameWish(reason, caller.subject());
    }

    private DisbursementOutcome finished(Disbursement disbursement) {
        goOn(disbursement);
        return new Accepted(disbursement);
    }

    /** Finishes what was begun; does nothing about a contract that was prepared anew since. */
    void goOn(Disbursement disbursement) {
        SetAside aside = disbursement.setAside();
        if (aside == null || disbursement.status() != DisbursementStatus.SET_ASIDE) {
            return;
        }
        String id = disbursement.id();
        if (settingAside.edition(id, aside.edition(), aside.reason(), aside.by())) {
            WayBack why = new WayBack(aside.by(), aside.reason(), aside.at());
            cases.sendBack(id, Stage.DISBURSEMENT, Stage.CONTRACT, why);
        }
    }

    @Override
    public Stage stage() {
        return Stage.DISBURSEMENT;
    }

    @Override
    public void resume(LoanCase loanCase) {
        disbursements.find(loanCase.id()).ifPresent(this::goOn);
    }
}
