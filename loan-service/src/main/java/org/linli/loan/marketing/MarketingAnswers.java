package org.linli.loan.marketing;

import org.jspecify.annotations.Nullable;
import org.linli.loan.marketing.MarketingOutcome.Reason;
import org.linli.starter.web.ProblemException;

/** What was done, or the refusal as a problem. */
final class MarketingAnswers<R> implements MarketingOutcome.Cases<R, R> {
    @Override
    public R done(R what) {
        return what;
    }

    @Override
    public R refused(Reason reason, @Nullable Object detail) {
        throw problem(reason, detail);
    }

    private static ProblemException problem(Reason reason, @Nullable Object detail) {
        String about = String.valueOf(detail);
        return switch (reason) {
            case UNKNOWN_AREA -> ProblemException.notFound();
            case UNKNOWN_MERCHANT -> ProblemException.refused("unknown-merchant");
            case OUTSIDE_WEEK -> ProblemException.invalidParameter("stops", "(expected: days of that week)");
            case TOO_FEW_VISITS -> ProblemException.refused("too-few-visits-planned", about);
            case TOO_FEW_MINUTES -> ProblemException.refused("too-few-minutes-planned", about);
            case IN_FUTURE -> ProblemException.invalidParameter("startedAt", "(expected: not in the future)");
            case TOO_LONG_AGO -> ProblemException.invalidParameter("startedAt", "(expected: within the last 31 days)");
            case FOLLOW_UP_NOT_LATER ->
                ProblemException.invalidParameter("followUpOn", "(expected: after the visit, within a year)");
            case RECORDED_DIFFERENTLY -> ProblemException.conflict("visit-recorded-differently");
        };
    }
}
