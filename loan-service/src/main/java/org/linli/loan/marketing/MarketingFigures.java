package org.linli.loan.marketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.marketing.Conversion.Applied;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** Weeks against their minimum, and what became of visits. */
@Component
class MarketingFigures {
    private final MarketingStore store;
    private final LoanCases cases;
    private final MarketingSettings settings;

    MarketingFigures(MarketingStore store, LoanCases cases, MarketingSettings settings) {
        this.store = store;
        this.cases = cases;
        this.settings = settings;
    }

    /** @param behind less was done than the weekly minimum asks for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Week(
            String managerId,
            int plannedVisits,
            int plannedMinutes,
            int visits,
            int minutes,
            int minimumVisits,
            int minimumMinutes,
            boolean behind) {}

    List<Week> week(BusinessWeek week, Caller caller) {
        Map<String, Plan> plans = store.plans(caller.scope(), week.monday(), settings.reportedVisits()).stream()
                .collect(Collectors.toMap(Plan::managerId, plan -> plan, (one, other) -> one, TreeMap::new));
        Map<String, List<Visit>> visits =
                visits(week.monday(), week.sunday(), caller).stream().collect(Collectors.groupingBy(Visit::managerId));
        TreeSet<String> managers = new TreeSet<>(plans.keySet());
        managers.addAll(visits.keySet());
        return managers.stream()
                .map(one -> week(
                        one,
                        plans.containsKey(one) ? plans.get(one).stops() : List.of(),
                        visits.getOrDefault(one, List.of())))
                .toList();
    }

    private Week week(String managerId, List<Plan.Stop> planned, List<Visit> done) {
        int minutes = done.stream().mapToInt(visit -> visit.report().minutes()).sum();
        return new Week(
                managerId,
                planned.size(),
                Plan.minutes(planned),
                done.size(),
                minutes,
                settings.weeklyVisits(),
                settings.weeklyMinutes(),
                done.size() < settings.weeklyVisits() || minutes < settings.weeklyMinutes());
    }

    List<Conversion> conversions(LocalDate from, LocalDate to, Caller caller) {
        return Conversion.of(visits(from, to, caller), settings.conversionDays(), this::applied);
    }

    private List<Applied> applied(String merchantId) {
        return cases.ofMerchant(merchantId).stream()
                .map(one -> new Applied(BusinessWeek.dateOf(one.submittedAt()), one.stage() == Stage.DISBURSED))
                .toList();
    }

    /** Refuses a span that would be cut off, because a figure of a part looks like one of the whole. */
    private List<Visit> visits(LocalDate from, LocalDate to, Caller caller) {
        List<Visit> found = store.visits(caller.scope(), from, to, null, settings.reportedVisits() + 1);
        if (found.size() > settings.reportedVisits()) {
            throw ProblemException.refused("too-many-visits", settings.reportedVisits());
        }
        return found;
    }
}
