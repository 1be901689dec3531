package org.linli.loan.complaint;

import org.linli.loan.application.LoanCase;
import org.linli.loan.application.PersonalTraces;
import org.springframework.stereotype.Component;

/** That there was a complaint stays on record, what it said does not. */
@Component
class ComplaintTraces implements PersonalTraces {
    private final Complaining complaining;

    ComplaintTraces(Complaining complaining) {
        this.complaining = complaining;
    }

    @Override
    public void forget(Forgotten person) {
        person.cases().stream().map(LoanCase::id).forEach(complaining::forget);
    }
}
