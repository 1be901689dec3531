package org.linli.loan.bureau;

import org.linli.loan.application.LoanCase;
import org.linli.loan.application.PersonalTraces;
import org.springframework.stereotype.Component;

/** A report that led to no loan goes, with the words that explained it. */
@Component
class CreditTraces implements PersonalTraces {
    private final CreditChecks checks;

    CreditTraces(CreditChecks checks) {
        this.checks = checks;
    }

    @Override
    public void forget(Forgotten person) {
        person.withoutLoan().stream()
                .map(LoanCase::id)
                .forEach(id -> checks.change(id, CreditCheck::forget, changed -> changed));
    }
}
