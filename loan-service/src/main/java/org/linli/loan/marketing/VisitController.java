package org.linli.loan.marketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.marketing.MarketingStore.Position;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An account manager's own plans, visits and follow-ups. */
@RestController
@RequestMapping("/api/v1/admin/marketing")
class VisitController {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final int FOLLOW_UPS_BACK_DAYS = 90;

    private final Marketing marketing;
    private final MarketingStore store;
    private final Clock clock;

    VisitController(Marketing marketing, MarketingStore store, Clock clock) {
        this.marketing = marketing;
        this.store = store;
        this.clock = clock;
    }

    record StopForm(
            @NotNull @Pattern(regexp = ID) String areaId,
            @Nullable @Pattern(regexp = ID) String merchantId,
            @NotNull LocalDate on,
            @NotNull @Min(5) @Max(480) Integer minutes) {}

    record PlanForm(
            @NotNull @Size(min = 1, max = Plan.MAX_STOPS) List<@NotNull @Valid StopForm> stops) {
        List<Plan.Stop> planned() {
            return stops.stream()
                    .map(one -> new Plan.Stop(one.areaId(), one.merchantId(), one.on(), one.minutes()))
                    .toList();
        }
    }

    record PlanView(String managerId, LocalDate monday, int visits, int minutes, List<Plan.Stop> stops) {}

    /** The caller's own week, in place of an earlier plan; 422 below the weekly minimum of visits or minutes. */
    @Allowed("marketing.visit")
    @PutMapping("/plans/{monday}")
    PlanView plan(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate monday,
            @Valid @RequestBody PlanForm form,
            Caller caller) {
        Plan plan =
                marketing.plan(new BusinessWeek(monday), form.planned(), caller).answer(new MarketingAnswers<>());
        List<Plan.Stop> stops = plan.stops();
        return new PlanView(plan.managerId(), plan.monday(), stops.size(), Plan.minutes(stops), stops);
    }

    /** @param clientId made by the device: sent twice it is one visit */
    record VisitForm(
            @NotNull @Pattern(regexp = ID) String clientId,
            @NotNull @Pattern(regexp = ID) String areaId,
            @Nullable @Pattern(regexp = ID) String merchantId,
            @NotNull @Valid LocatedPoint place,
            @NotNull Instant startedAt,
            @NotNull @Min(1) @Max(480) Integer minutes,
            Visit.@NotNull Result result,
            @Nullable LocalDate followUpOn) {
        Visit.Report report() {
            return new Visit.Report(areaId, merchantId, place.normalised(), startedAt, minutes, result, followUpOn);
        }
    }

    /** @param place in GCJ-02 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            String id,
            String managerId,
            String areaId,
            @Nullable String merchantId,
            LocatedPoint place,
            @Nullable Long metersFromMerchant,
            LocalDate on,
            Instant startedAt,
            int minutes,
            Visit.Result result,
            @Nullable LocalDate followUpOn) {
        static VisitView of(Visit visit) {
            Visit.Report report = visit.report();
            return new VisitView(
                    visit.id(),
                    visit.managerId(),
                    report.areaId(),
                    report.merchantId(),
                    LocatedPoint.of(report.place(), Crs.GCJ02),
                    visit.metersFromMerchant(),
                    visit.on(),
                    report.startedAt(),
                    report.minutes(),
                    report.result(),
                    report.followUpOn());
        }
    }

    /** 409 {@code visit-recorded-differently} when the same {@code clientId} came with something else before. */
    @Allowed("marketing.visit")
    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    VisitView record(@Valid @RequestBody VisitForm form, Caller caller) {
        return VisitView.of(
                marketing.record(form.clientId(), form.report(), caller).answer(new MarketingAnswers<>()));
    }

    /** By day; both days included. */
    @Allowed("marketing.read")
    @GetMapping("/visits")
    Page<VisitView> visits(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        List<Visit> found = store.visits(caller.scope(), from, to, position(after), size + 1);
        List<Visit> shown = found.stream().limit(size).toList();
        String next = found.size() > size ? cursor(shown.get(size - 1)) : null;
        return new Page<>(shown.stream().map(VisitView::of).toList(), next);
    }

    record FollowUps(List<VisitView> items) {}

    /** Whom the caller promised to come back to until this day, soonest first, at most a hundred. */
    @Allowed("marketing.visit")
    @GetMapping("/follow-ups")
    FollowUps followUps(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, Caller caller) {
        LocalDate from = BusinessWeek.dateOf(clock.instant()).minusDays(FOLLOW_UPS_BACK_DAYS);
        return new FollowUps(store.followUps(caller.subject(), from, until, Page.MAX_SIZE).stream()
                .map(VisitView::of)
                .toList());
    }

    private static String cursor(Visit last) {
        return Cursor.of(last.on().toString(), last.id());
    }

    private static @Nullable Position position(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 2);
        try {
            return cursor == null ? null : new Position(LocalDate.parse(cursor.text(0)), cursor.text(1));
        } catch (DateTimeException e) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
    }
}
