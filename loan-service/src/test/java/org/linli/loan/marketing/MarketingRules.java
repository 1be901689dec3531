package org.linli.loan.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.marketing.Conversion.Applied;
import org.linli.loan.marketing.MarketingOutcome.Reason;
import org.linli.loan.marketing.Suggestions.Suggestion;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.table.TableFormat;
import org.linli.starter.web.ProblemException;

/** Walking the streets (rule L-11). */
class MarketingRules {
    private static final MarketingPolicy POLICY = new MarketingPolicy(3, 90);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final BusinessWeek WEEK = new BusinessWeek(MONDAY);
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");

    @Test
    void a_week_is_planned_with_the_minimum_of_visits_and_of_minutes() {
        assertThat(POLICY.against(WEEK, stops(2, 60))).contains(Reason.TOO_FEW_VISITS);
        assertThat(POLICY.against(WEEK, stops(3, 29))).contains(Reason.TOO_FEW_MINUTES);
        assertThat(POLICY.against(WEEK, stops(3, 30))).isEmpty();
    }

    @Test
    void a_stop_lies_in_its_week_from_monday_to_sunday() {
        assertThat(WEEK.holds(MONDAY.minusDays(1))).isFalse();
        assertThat(WEEK.holds(MONDAY)).isTrue();
        assertThat(WEEK.holds(MONDAY.plusDays(6))).isTrue();
        assertThat(WEEK.holds(MONDAY.plusDays(7))).isFalse();
        List<Plan.Stop> stops = new ArrayList<>(stops(3, 30));
        stops.add(new Plan.Stop("A", null, MONDAY.plusDays(7), 30));
        assertThat(POLICY.against(WEEK, stops)).contains(Reason.OUTSIDE_WEEK);
    }

    @Test
    void a_week_begins_on_monday() {
        assertThatThrownBy(() -> new BusinessWeek(MONDAY.plusDays(1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_visit_lies_neither_in_the_future_nor_long_ago() {
        assertThat(MarketingPolicy.against(report(NOW.plusSeconds(601), null), NOW))
                .contains(Reason.IN_FUTURE);
        assertThat(MarketingPolicy.against(report(NOW.plusSeconds(599), null), NOW))
                .isEmpty();
        assertThat(MarketingPolicy.against(report(NOW.minusSeconds(32L * 86_400), null), NOW))
                .contains(Reason.TOO_LONG_AGO);
    }

    @Test
    void one_comes_back_later_than_the_visit_and_within_a_year() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        assertThat(MarketingPolicy.against(report(NOW, day), NOW)).contains(Reason.FOLLOW_UP_NOT_LATER);
        assertThat(MarketingPolicy.against(report(NOW, day.plusDays(1)), NOW)).isEmpty();
        assertThat(MarketingPolicy.against(report(NOW, day.plusDays(367)), NOW)).contains(Reason.FOLLOW_UP_NOT_LATER);
    }

    @Test
    void late_in_the_evening_it_is_still_the_same_business_day() {
        assertThat(BusinessWeek.dateOf(Instant.parse("2026-03-09T15:59:59Z"))).isEqualTo(MONDAY);
        assertThat(BusinessWeek.dateOf(Instant.parse("2026-03-09T16:00:00Z"))).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void suggestions_go_by_turnover_then_distance_and_unknown_turnover_comes_last() {
        Suggestion unknown = new Suggestion("M1", "", "", 1, null);
        Suggestion little = new Suggestion("M2", "", "", 5, 100L);
        Suggestion farther = new Suggestion("M3", "", "", 900, 500L);
        Suggestion nearer = new Suggestion("M4", "", "", 800, 500L);
        List<Suggestion> all = new ArrayList<>(List.of(unknown, little, farther, nearer));
        all.sort(Suggestions.order());
        assertThat(all).containsExactly(nearer, farther, little, unknown);
    }

    @Test
    void an_application_is_the_fruit_of_a_visit_that_came_before_it_and_not_too_long_before() {
        List<Visit> visits = List.of(visit("V1", "M1", MONDAY), visit("V2", "M1", MONDAY.plusDays(3)));
        assertThat(applications(visits, MONDAY.minusDays(1))).isZero();
        assertThat(applications(visits, MONDAY)).isEqualTo(1);
        assertThat(applications(visits, MONDAY.plusDays(90))).isEqualTo(1);
        assertThat(applications(visits, MONDAY.plusDays(91))).isZero();
    }

    @Test
    void a_merchant_counts_once_and_somebody_who_is_not_on_the_platform_is_a_visit_only() {
        List<Visit> visits = List.of(visit("V1", "M1", MONDAY), visit("V2", "M1", MONDAY), visit("V3", null, MONDAY));
        Conversion line = Conversion.of(
                        visits,
                        90,
                        merchant -> List.of(new Applied(MONDAY, false), new Applied(MONDAY.plusDays(1), true)))
                .get(0);
        assertThat(line).isEqualTo(new Conversion("manager", "A1", 3, 90, 1, 1, 1));
        assertThat(line.applicationPercent()).isEqualByComparingTo("100");
    }

    @Test
    void where_nobody_was_there_is_no_percentage() {
        Conversion line = Conversion.of(List.of(visit("V1", null, MONDAY)), 90, any -> List.of())
                .get(0);
        assertThat(line.applicationPercent()).isNull();
        assertThat(line.loanPercent()).isNull();
    }

    @Test
    void a_file_takes_no_text_for_a_formula() throws IOException {
        List<Conversion> lines = List.of(new Conversion("=cmd()", "A1", 3, 90, 3, 1, 0));
        String[] heading = {"manager"};
        String csv = new String(ConversionTable.of(lines, heading, TableFormat.csv), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1)).containsExactly("'=cmd(),A1,3,90,3,1,33.3,0,0.0");
        byte[] xlsx = ConversionTable.of(lines, heading, TableFormat.xlsx);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    @Property(tries = 300)
    void whatever_lies_in_a_circle_lies_in_one_of_its_cells(
            @ForAll @DoubleRange(min = 18, max = 53) double lat,
            @ForAll @DoubleRange(min = 74, max = 134) double lng,
            @ForAll @IntRange(min = 100, max = 5_000) int radius,
            @ForAll @DoubleRange(min = -0.06, max = 0.06) double north,
            @ForAll @DoubleRange(min = -0.1, max = 0.1) double east) {
        GeoPoint centre = new GeoPoint(lat, lng);
        GeoPoint place = new GeoPoint(lat + north, lng + east);
        if (place.metersTo(centre) <= radius) {
            assertThat(PlatformMerchant.cellsAround(centre, radius)).contains(PlatformMerchant.cellOf(place));
        }
    }

    private static int applications(List<Visit> visits, LocalDate appliedOn) {
        Map<String, List<Applied>> applied = Map.of("M1", List.of(new Applied(appliedOn, false)));
        return Conversion.of(visits, 90, applied::get).get(0).applications();
    }

    private static List<Plan.Stop> stops(int visits, int minutes) {
        List<Plan.Stop> stops = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            stops.add(new Plan.Stop("A", null, MONDAY.plusDays(i), minutes));
        }
        return stops;
    }

    private static Visit visit(String id, @Nullable String merchantId, LocalDate on) {
        Visit.Report report =
                new Visit.Report("A1", merchantId, new GeoPoint(30, 120), NOW, 30, Visit.Result.INTERESTED, null);
        return new Visit(id, "manager", "/hq/B01/", List.of("/hq/"), on, report, null);
    }

    private static Visit.Report report(Instant startedAt, @Nullable LocalDate followUpOn) {
        return new Visit.Report("A1", null, new GeoPoint(30, 120), startedAt, 30, Visit.Result.INTERESTED, followUpOn);
    }
}
