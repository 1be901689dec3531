package org.linli.loan.marketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.merchant.MerchantFacts;
import org.linli.starter.security.Caller;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Merchants of an area who have no loan and none under way, by turnover, then distance (rule L-11). */
@Component
class Suggestions {
    private static final int MOST_OF_CELLS = 3_000;

    private final PlatformMerchants merchants;
    private final LoanCases cases;
    private final MerchantFacts turnover;
    private final MarketingSettings settings;
    private final Clock clock;

    Suggestions(
            PlatformMerchants merchants,
            LoanCases cases,
            MerchantFacts turnover,
            MarketingSettings settings,
            Clock clock) {
        this.merchants = merchants;
        this.cases = cases;
        this.turnover = turnover;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param turnoverFen of the last full months; absent when unknown, which is not nothing */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(
            String merchantId,
            String name,
            String category,
            long distanceMeters,
            @Nullable Long turnoverFen) {}

    /** @param turnoverComplete whether turnover could be asked for for all of them */
    record Suggested(List<Suggestion> items, int turnoverMonths, boolean turnoverComplete) {}

    /** The nearest ones are looked at; whose turnover is unknown comes last. */
    Suggested of(Area area, Caller caller) {
        List<PlatformMerchant> candidates = merchants.near(area.centre(), area.radiusMeters(), MOST_OF_CELLS).stream()
                .filter(one -> caller.oversees(one.organisationPath()))
                .filter(one -> cases.ofMerchant(one.merchantId()).stream()
                        .noneMatch(known -> known.stage().isOpen() || known.stage() == Stage.DISBURSED))
                .limit(settings.suggestions())
                .toList();
        Instant until = clock.instant().plus(settings.turnoverPatience());
        boolean complete = true;
        List<Suggestion> found = new ArrayList<>();
        for (PlatformMerchant one : candidates) {
            Optional<Long> known = Optional.empty();
            complete &= clock.instant().isBefore(until);
            if (complete) {
                try {
                    known = turnoverOf(one);
                } catch (DependencyUnavailableException away) {
                    complete = false;
                }
            }
            long meters = Math.round(one.point().metersTo(area.centre()));
            found.add(new Suggestion(one.merchantId(), one.name(), one.category(), meters, known.orElse(null)));
        }
        found.sort(order());
        return new Suggested(found, settings.turnoverMonths(), complete);
    }

    private Optional<Long> turnoverOf(PlatformMerchant one) {
        YearMonth last = YearMonth.from(BusinessWeek.dateOf(clock.instant())).minusMonths(1);
        return turnover.recentTurnover(one.merchantId(), last.minusMonths(settings.turnoverMonths() - 1L), last);
    }

    static Comparator<Suggestion> order() {
        return Comparator.comparing(Suggestion::turnoverFen, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
                .thenComparing(Suggestion::distanceMeters)
                .thenComparing(Suggestion::merchantId);
    }
}
