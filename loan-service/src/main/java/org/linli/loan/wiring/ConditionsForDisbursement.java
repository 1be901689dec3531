package org.linli.loan.wiring;

import java.util.List;
import org.linli.loan.approval.Conditions;
import org.linli.loan.approval.Conditions.OpenCondition;
import org.linli.loan.approval.Decisions;
import org.linli.loan.disbursement.ConditionsPrecedent;
import org.springframework.stereotype.Component;

/** No money leaves while a condition of the approval is open; without an approval that stands all of them are. */
@Component
class ConditionsForDisbursement implements ConditionsPrecedent {
    private final Decisions decisions;
    private final Conditions conditions;

    ConditionsForDisbursement(Decisions decisions, Conditions conditions) {
        this.decisions = decisions;
        this.conditions = conditions;
    }

    @Override
    public List<String> open(String caseId, List<String> agreed) {
        return decisions.approved(caseId).isEmpty()
                ? agreed
                : conditions.open(caseId).stream().map(OpenCondition::text).toList();
    }
}
