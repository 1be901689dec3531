package org.linli.loan.marketing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.linli.loan.marketing.MarketingOutcome.Done;
import org.linli.loan.marketing.MarketingOutcome.Reason;
import org.linli.loan.marketing.MarketingOutcome.Refused;
import org.linli.starter.Ids;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Planning and recording visits. */
@Component
class Marketing {
    private final MarketingStore store;
    private final PlatformMerchants merchants;
    private final MarketingPolicy policy;
    private final Clock clock;

    Marketing(MarketingStore store, PlatformMerchants merchants, MarketingSettings settings, Clock clock) {
        this.store = store;
        this.merchants = merchants;
        this.policy = new MarketingPolicy(settings.weeklyVisits(), settings.weeklyMinutes());
        this.clock = clock;
    }

    /** Empty when the place is not the caller's. A repetition finds the area there. */
    Optional<Area> open(
            String name, String organisationPath, GeoPoint centre, int radius, String manager, Caller caller) {
        String id = Ids.derived("marketing-area", organisationPath, name);
        return caller.oversees(organisationPath)
                ? Optional.of(store.store(
                        new Area(id, name, organisationPath, Nodes.upTo(organisationPath), centre, radius, manager)))
                : Optional.empty();
    }

    Optional<Area> area(String id, Caller caller) {
        return store.area(id).filter(found -> caller.oversees(found.organisationPath()));
    }

    Optional<Area> assign(String id, String managerId, Caller caller) {
        return area(id, caller).flatMap(found -> store.assign(found.id(), managerId));
    }

    /** The caller's own week; refused below the weekly minimum. Later plans of the same week replace earlier ones. */
    MarketingOutcome<Plan> plan(BusinessWeek week, List<Plan.Stop> stops, Caller caller) {
        Optional<Reason> against = policy.against(week, stops);
        if (against.isPresent()) {
            return refused(against.get());
        }
        String path = null;
        for (String areaId : stops.stream().map(Plan.Stop::areaId).distinct().toList()) {
            Optional<Area> area = area(areaId, caller);
            if (area.isEmpty()) {
                return refused(Reason.UNKNOWN_AREA);
            }
            path = area.get().organisationPath();
        }
        if (path == null) {
            return refused(Reason.TOO_FEW_VISITS);
        }
        String id =
                Ids.derived("marketing-plan", caller.subject(), week.monday().toString());
        return new Done<>(store.store(new Plan(id, caller.subject(), path, Nodes.upTo(path), week.monday(), stops)));
    }

    private <R> MarketingOutcome<R> refused(Reason reason) {
        Object detail =
                switch (reason) {
                    case TOO_FEW_VISITS -> policy.weeklyVisits();
                    case TOO_FEW_MINUTES -> policy.weeklyMinutes();
                    case UNKNOWN_AREA,
                            UNKNOWN_MERCHANT,
                            OUTSIDE_WEEK,
                            IN_FUTURE,
                            TOO_LONG_AGO,
                            FOLLOW_UP_NOT_LATER,
                            RECORDED_DIFFERENTLY -> null;
                };
        return new Refused<>(reason, detail);
    }

    /**
     * Records a visit once, however often a bad network sends it.
     *
     * @param clientId made by the device, unique among this manager's visits
     */
    MarketingOutcome<Visit> record(String clientId, Visit.Report sent, Caller caller) {
        Visit.Report report = toTheMillisecond(sent);
        Optional<Reason> against = MarketingPolicy.against(report, clock.instant());
        if (against.isPresent()) {
            return refused(against.get());
        }
        Optional<Area> area = area(report.areaId(), caller);
        if (area.isEmpty()) {
            return refused(Reason.UNKNOWN_AREA);
        }
        String merchantId = report.merchantId();
        Optional<PlatformMerchant> merchant = merchantId == null
                ? Optional.empty()
                : merchants.find(merchantId).filter(found -> caller.oversees(found.organisationPath()));
        if (merchantId != null && merchant.isEmpty()) {
            return refused(Reason.UNKNOWN_MERCHANT);
        }
        String path = area.get().organisationPath();
        Visit visit = store.store(new Visit(
                Ids.derived("marketing-visit", caller.subject(), clientId),
                caller.subject(),
                path,
                Nodes.upTo(path),
                BusinessWeek.dateOf(report.startedAt()),
                report,
                merchant.map(found -> Math.round(found.point().metersTo(report.place())))
                        .orElse(null)));
        return visit.report().equals(report) ? new Done<>(visit) : refused(Reason.RECORDED_DIFFERENTLY);
    }

    /** What the store keeps, so that a repetition is equal to it. */
    private static Visit.Report toTheMillisecond(Visit.Report sent) {
        Instant startedAt = sent.startedAt().truncatedTo(ChronoUnit.MILLIS);
        return new Visit.Report(
                sent.areaId(),
                sent.merchantId(),
                sent.place(),
                startedAt,
                sent.minutes(),
                sent.result(),
                sent.followUpOn());
    }
}
