package org.linli.loan.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.contract.SignedContracts;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Collects the facts of a case and asks the policy whether this clerk may let money go now. */
@Component
class Clearance {
    private final SignedContracts contracts;
    private final ObjectProvider<ConditionsPrecedent> conditions;

    Clearance(SignedContracts contracts, ObjectProvider<ConditionsPrecedent> conditions) {
        this.contracts = contracts;
        this.conditions = conditions;
    }

    sealed interface Verdict {}

    record Cleared(SignedContract contract) implements Verdict {}

    record Refused(DisbursementOutcome why) implements Verdict {}

    /** @param revolving whether a line is to be opened */
    Verdict judge(LoanCase loanCase, boolean revolving, Caller caller, LocalDate today) {
        if (loanCase.stage() != Stage.DISBURSEMENT) {
            return new Refused(new DisbursementOutcome.WrongStage(loanCase.stage()));
        }
        Optional<SignedContract> contract = contracts.of(loanCase.id());
        Optional<String> conflict = conflict(loanCase, contract, caller);
        if (conflict.isPresent()) {
            return new Refused(new DisbursementOutcome.FourEyesConflict(conflict.get()));
        }
        List<String> open = contract.map(one -> open(loanCase.id(), one)).orElseGet(List::of);
        List<FailedCondition> failed = DisbursementPolicy.failed(contract.orElse(null), open, today);
        if (!failed.isEmpty()) {
            return new Refused(new DisbursementOutcome.ConditionsOpen(failed));
        }
        boolean agreed = contract.orElseThrow().terms().revolving();
        return agreed == revolving
                ? new Cleared(contract.get())
                : new Refused(new DisbursementOutcome.WrongKind(agreed));
    }

    /** Rule P-2, for whatever is done about the money of this case. */
    Optional<String> conflict(LoanCase loanCase, Caller caller) {
        return conflict(loanCase, contracts.of(loanCase.id()), caller);
    }

    private static Optional<String> conflict(LoanCase loanCase, Optional<SignedContract> contract, Caller caller) {
        return DisbursementPolicy.conflict(loanCase.people(), contract.orElse(null), FourEyes.Decider.of(caller));
    }

    /** Where nobody follows the conditions all of them are open. */
    private List<String> open(String caseId, SignedContract contract) {
        List<String> agreed = contract.terms().conditions();
        ConditionsPrecedent known = conditions.getIfAvailable();
        return known == null ? agreed : known.open(caseId, agreed);
    }
}
