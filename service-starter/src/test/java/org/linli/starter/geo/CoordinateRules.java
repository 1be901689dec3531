package org.linli.starter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Rule G-2: every coordinate names its system; stored normalised. Rule G-1: one distance. */
class CoordinateRules {
    private static final double MILLIMETRE = 0.001;

    @Test
    void the_same_place_in_three_systems_is_one_point_within_a_metre() {
        GeoPoint gcj = new GeoPoint(34.7466173, 113.6253334);

        assertThat(GeoPoint.of(34.7478004, 113.6192856, Crs.WGS84).metersTo(gcj))
                .isLessThan(1);
        assertThat(GeoPoint.of(34.7528605, 113.6317519, Crs.BD09).metersTo(gcj)).isLessThan(1);
        assertThat(GeoPoint.of(34.7466173, 113.6253334, Crs.GCJ02)).isEqualTo(gcj);
    }

    @Test
    void taking_one_system_for_another_would_move_a_shop_by_half_a_service_circle() {
        GeoPoint right = GeoPoint.of(34.7478004, 113.6192856, Crs.WGS84);

        assertThat(right.metersTo(GeoPoint.of(34.7478004, 113.6192856, Crs.GCJ02)))
                .isBetween(500.0, 600.0);
        assertThat(right.metersTo(GeoPoint.of(34.7478004, 113.6192856, Crs.BD09)))
                .isBetween(1_100.0, 1_300.0);
    }

    @Property(tries = 300)
    void a_point_answers_in_the_system_it_was_asked_in(
            @ForAll @DoubleRange(min = 18, max = 53) double lat,
            @ForAll @DoubleRange(min = 74, max = 134) double lng,
            @ForAll Crs crs) {
        GeoPoint back = GeoPoint.of(lat, lng, crs).as(crs);

        assertThat(Haversine.meters(back.lat(), back.lng(), lat, lng)).isLessThan(MILLIMETRE);
    }

    @Property(tries = 300)
    void distance_is_symmetric_and_zero_only_at_the_place_itself(
            @ForAll @DoubleRange(min = -89, max = 89) double lat,
            @ForAll @DoubleRange(min = -179, max = 179) double lng) {
        GeoPoint here = new GeoPoint(lat, lng);
        GeoPoint there = new GeoPoint(lat + 0.5, lng + 0.5);

        assertThat(here.metersTo(here)).isZero();
        assertThat(here.metersTo(there)).isEqualTo(there.metersTo(here)).isPositive();
    }

    @Test
    void a_degree_of_latitude_is_a_fixed_length_on_the_agreed_sphere() {
        assertThat(Haversine.meters(30, 120, 31, 120)).isCloseTo(6_371_008.7714 * Math.PI / 180, within(MILLIMETRE));
    }

    @Test
    void a_coordinate_that_does_not_exist_is_refused_by_name() {
        assertThatThrownBy(() -> GeoPoint.of(91, 120, Crs.GCJ02))
                .isInstanceOf(InvalidPointException.class)
                .hasMessage("lat: 91.0 (expected: -90 to 90)");
        assertThatThrownBy(() -> GeoPoint.of(30, Double.NaN, Crs.GCJ02))
                .isInstanceOf(InvalidPointException.class)
                .hasMessageStartingWith("lng: NaN");
    }
}
