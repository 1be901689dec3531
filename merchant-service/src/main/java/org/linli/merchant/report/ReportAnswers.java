package org.linli.merchant.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.merchant.report.ReportResult.Conflict;
import org.linli.merchant.report.ReportResult.Done;
import org.linli.merchant.report.ReportResult.Refused;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What callers see of reports, and of refusals. */
@Component
class ReportAnswers {
    private final FourEyesRefusal fourEyes;

    ReportAnswers(FourEyesRefusal fourEyes) {
        this.fourEyes = fourEyes;
    }

    /** For the reporter and for staff; nothing says who reported. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            Subject.Kind about,
            String targetId,
            String merchantId,
            Problem problem,
            String text,
            ReportStatus status,
            Instant filedAt,
            @Nullable String answer,
            @Nullable Instant closedAt) {
        static Answer of(Report report) {
            return new Answer(
                    report.id(),
                    report.about(),
                    report.targetId(),
                    report.merchantId(),
                    report.problem(),
                    report.text(),
                    report.status(),
                    report.filedAt(),
                    report.answer(),
                    report.closedAt());
        }
    }

    Answer answer(ReportResult result, Locale locale) {
        if (result instanceof Done done) {
            return Answer.of(done.report());
        }
        if (result instanceof Conflict conflict) {
            throw fourEyes.of(conflict.reason(), locale);
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case TOO_MANY_TODAY -> ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-reports");
            case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
        };
    }
}
