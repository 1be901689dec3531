package org.linli.loan.application;

import java.util.List;
import java.util.Locale;
import org.linli.starter.web.ProblemException;

/** Accepted applications pass; every refusal becomes its status and code. */
record SubmissionRefusals(ApplicationViews views, Locale locale) implements SubmissionOutcome.Cases<LoanApplication> {
    @Override
    public LoanApplication accepted(LoanApplication application, boolean repeated) {
        return application;
    }

    @Override
    public LoanApplication ineligible(List<FailedRule> failed) {
        throw ProblemException.refused("application-ineligible", views.explain(failed, locale));
    }

    @Override
    public LoanApplication unknownProduct() {
        throw ProblemException.invalidParameter("productCode", views.text("application.unknown-product", locale));
    }

    @Override
    public LoanApplication startsInFuture() {
        throw ProblemException.invalidParameter(
                "businessStartedOn", views.text("application.starts-in-future", locale));
    }

    @Override
    public LoanApplication openApplicationExists(String applicationId) {
        throw ProblemException.conflict("open-application-exists", applicationId);
    }
}
