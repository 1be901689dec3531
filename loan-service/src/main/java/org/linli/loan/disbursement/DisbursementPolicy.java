package org.linli.loan.disbursement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.disbursement.FailedCondition.Kind;
import org.linli.loan.foureyes.FourEyes;

/** When money may move, and by whose order; all reasons against it are named, not only the first. */
final class DisbursementPolicy {
    private DisbursementPolicy() {}

    /** @param contract null when not everyone has signed */
    static List<FailedCondition> failed(
            @Nullable SignedContract contract, List<String> openConditions, LocalDate today) {
        if (contract == null) {
            return List.of(FailedCondition.of(Kind.CONTRACT_NOT_SIGNED));
        }
        List<FailedCondition> failed = new ArrayList<>();
        if (!contract.intact()) {
            failed.add(FailedCondition.of(Kind.CONTRACT_ALTERED));
        }
        if (contract.isLapsed(today)) {
            failed.add(FailedCondition.of(Kind.APPROVAL_LAPSED));
        }
        if (!contract.approvalStands()) {
            failed.add(FailedCondition.of(Kind.APPROVAL_CHANGED));
        }
        openConditions.forEach(open -> failed.add(new FailedCondition(Kind.CONDITION_OPEN, open)));
        return failed;
    }

    /**
     * Rule P-2: who applied, investigated, decided or prepared the contract does not pay out.
     *
     * @return the reason against this one
     */
    static Optional<String> conflict(FourEyes.Case people, @Nullable SignedContract contract, FourEyes.Decider clerk) {
        if (FourEyes.judge(people, clerk) instanceof FourEyes.Conflict conflict) {
            return Optional.of(conflict.reason().code());
        }
        if (contract == null) {
            return Optional.empty();
        }
        if (contract.preparedBy().equals(clerk.subject())) {
            return Optional.of(FourEyes.Reason.PREPARED_IT.code());
        }
        if (contract.terms().decidedBy().contains(clerk.subject())) {
            return Optional.of("decided-it");
        }
        boolean inTheirPlace = clerk.deputyFor().stream()
                .anyMatch(absent -> absent.equals(contract.preparedBy())
                        || contract.terms().decidedBy().contains(absent));
        return inTheirPlace ? Optional.of(FourEyes.Reason.DEPUTY_OF_PREPARER.code()) : Optional.empty();
    }
}
