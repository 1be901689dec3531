package org.linli.loan.investigation;

import java.util.List;
import java.util.Locale;
import org.linli.starter.picture.Uploads;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refusals on their way to the caller. */
@Component
class Refusals {
    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    <T> T orProblem(Act<T> act, Locale locale) {
        if (act instanceof Act.Done<T> done) {
            return done.result();
        }
        if (act instanceof Act.PictureRefused<T> refused) {
            throw Uploads.refused(refused.reason());
        }
        Act.Refused<T> refused = (Act.Refused<T>) act;
        throw problem(refused.reason(), refused.gaps(), locale);
    }

    ProblemException problem(Refusal reason, List<Act.Gap> gaps, Locale locale) {
        List<FieldProblem> errors = gaps.stream().map(gap -> named(gap, locale)).toList();
        return switch (reason) {
            case NOT_FOUND -> ProblemException.notFound();
            case NOT_YOUR_SIDE, NOT_AN_INVESTIGATOR -> ProblemException.forbidden();
            case NOT_UNDER_INVESTIGATION,
                    TOO_MANY_ROUNDS,
                    SIDE_TAKEN,
                    REPORT_SUBMITTED,
                    REPORTS_OUTSTANDING,
                    INVESTIGATION_COMPLETED -> ProblemException.conflict(reason.code());
            case REVISION_NEEDED -> ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, reason.code());
            case STALE_VERSION -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, reason.code());
            case BOTH_SIDES,
                    OWN_OR_RELATED_CASE,
                    TOO_MANY_PHOTOS,
                    PHOTO_WITHOUT_PLACE,
                    PHOTO_TIME_IMPOSSIBLE,
                    NO_REASON_NEEDED,
                    REPORT_INCOMPLETE,
                    STATEMENTS_DO_NOT_TIE ->
                errors.isEmpty()
                        ? ProblemException.refused(reason.code())
                        : ProblemException.refused(reason.code(), errors);
        };
    }

    private FieldProblem named(Act.Gap gap, Locale locale) {
        String text = messages.getMessage(
                "investigation." + gap.code(), gap.arguments().toArray(), gap.code(), locale);
        return new FieldProblem(gap.field(), gap.code(), String.valueOf(text), gap.rule());
    }
}
