package org.linli.merchant.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.report.ReportResult.Done;
import org.linli.merchant.report.ReportResult.Reason;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** What staff do about problems, within their scope and not about their own people's (rules P-1, P-2). */
@Service
class Handling {
    private final Reports reports;
    private final Clock clock;

    Handling(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    List<Report> queue(Caller staff, ReportStatus status, @Nullable String afterId, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : reports.queue(scope, status, afterId, limit);
    }

    ReportResult accept(Caller staff, String reportId) {
        return step(staff, reportId, (report, now) -> report.accept(staff.subject()));
    }

    ReportResult resolve(Caller staff, String reportId, String answer) {
        return close(staff, reportId, ReportStatus.RESOLVED, answer);
    }

    ReportResult dismiss(Caller staff, String reportId, String answer) {
        return close(staff, reportId, ReportStatus.DISMISSED, answer);
    }

    private ReportResult close(Caller staff, String reportId, ReportStatus outcome, String answer) {
        return step(staff, reportId, (report, now) -> report.close(outcome, staff.subject(), answer, now));
    }

    private ReportResult step(Caller staff, String reportId, BiPredicate<Report, Instant> step) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return reports.change(
                        reportId,
                        report -> {
                            if (!staff.oversees(report.organisationPath())) {
                                return ReportResult.refused(Reason.UNKNOWN);
                            }
                            if (FourEyes.judge(report.people(), FourEyes.Decider.of(staff))
                                    instanceof FourEyes.Conflict conflict) {
                                return new ReportResult.Conflict(conflict.reason());
                            }
                            return step.test(report, now)
                                    ? new Done(report)
                                    : ReportResult.refused(Reason.ILLEGAL_STATE);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> ReportResult.refused(Reason.UNKNOWN));
    }
}
