package org.linli.loan.application;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationView.ResponsibleView;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For other services: how far a merchant's latest application is. */
@RestController
class LatestApplicationController {
    private final LoanApplications applications;
    private final ApplicationViews views;

    LatestApplicationController(LoanApplications applications, ApplicationViews views) {
        this.applications = applications;
        this.views = views;
    }

    /** 404 when the merchant never applied. */
    @Allowed("internal.loan-application.read")
    @GetMapping("/internal/v1/merchants/{merchantId}/loan-applications/latest")
    Answer latest(@PathVariable String merchantId, Locale locale) {
        return applications
                .latestOf(merchantId)
                .map(application -> answer(application, locale))
                .orElseThrow(ProblemException::notFound);
    }

    private Answer answer(LoanApplication application, Locale locale) {
        return new Answer(
                application.id(),
                application.submission().productCode(),
                application.stage().name(),
                views.stageName(application.stage(), locale),
                application.stage().isOpen() ? application.stageDueAt() : null,
                applications.isOverdue(application),
                views.responsible(application, locale));
    }

    record Answer(
            String id,
            String productCode,
            String stage,
            String stageName,
            @Nullable Instant stageDueAt,
            boolean overdue,
            ResponsibleView responsible) {}
}
