package org.linli.loan.application;

import org.linli.starter.web.ProblemException;

/** What was done passes; every refusal becomes its status and code. */
final class CaseRefusals {
    private CaseRefusals() {}

    static LoanApplication done(CaseAct act) {
        if (act instanceof CaseAct.Done done) {
            return done.application();
        }
        if (act instanceof CaseAct.Refused refused) {
            throw ProblemException.conflict(refused.reason().code());
        }
        if (act instanceof CaseAct.Unfit unfit) {
            throw ProblemException.refused(unfit.fault().code(), unfit.staffId());
        }
        throw ProblemException.notFound();
    }
}
