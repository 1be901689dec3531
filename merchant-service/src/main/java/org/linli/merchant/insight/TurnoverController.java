package org.linli.merchant.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the loan side what redemptions brought a merchant, month by month (rule L-6). */
@RestController
class TurnoverController {
    private static final int MOST_MONTHS = 36;
    private static final YearMonth EARLIEST = YearMonth.of(2020, 1);
    private static final YearMonth LATEST = YearMonth.of(2100, 1);

    private final Statistics statistics;

    TurnoverController(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Both months are included. */
    @Allowed("internal.turnover.read")
    @GetMapping("/internal/v1/merchants/{merchantId}/turnover")
    Answer turnover(
            @PathVariable String merchantId,
            @RequestParam @DateTimeFormat(pattern = "uuuu-MM") YearMonth from,
            @RequestParam @DateTimeFormat(pattern = "uuuu-MM") YearMonth to) {
        check(from, to);
        return Answer.of(merchantId, statistics.months(merchantId, from, to).orElseThrow(ProblemException::notFound));
    }

    private static void check(YearMonth from, YearMonth to) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw ProblemException.invalidParameter("from", from + " (expected: a month from " + EARLIEST + " on)");
        }
        if (to.isBefore(from) || ChronoUnit.MONTHS.between(from, to) >= MOST_MONTHS) {
            throw ProblemException.invalidParameter(
                    "to", to + " (expected: not before from, at most " + MOST_MONTHS + " months)");
        }
    }

    record Answer(String merchantId, List<Month> months) {
        static Answer of(String merchantId, Map<YearMonth, Figures> months) {
            return new Answer(
                    merchantId,
                    months.entrySet().stream()
                            .map(month -> Month.of(month.getKey(), month.getValue()))
                            .toList());
        }
    }

    enum State {
        KNOWN,
        /** Nobody redeemed, or no cashier said what was paid: that is no evidence of no turnover. */
        UNKNOWN
    }

    /**
     * @param turnoverFen what customers paid in the billed redemptions; absent when unknown
     * @param redemptions all that were not taken back
     * @param billedRedemptions those among them whose amount is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Month(YearMonth month, State state, @Nullable Long turnoverFen, long redemptions, long billedRedemptions) {
        static Month of(YearMonth month, Figures figures) {
            boolean known = figures.billed() > 0;
            return new Month(
                    month,
                    known ? State.KNOWN : State.UNKNOWN,
                    known ? figures.turnoverFen() : null,
                    figures.redemptions(),
                    figures.billed());
        }
    }
}
