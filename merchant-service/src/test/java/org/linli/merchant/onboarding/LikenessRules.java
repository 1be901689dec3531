package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.category.Category;
import org.linli.starter.geo.GeoPoint;

/** Rule M-1: which merchants may be one and the same. */
class LikenessRules {
    private static final double MICRO = 0.000_001;
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"老街面馆,老街面馆", "老街面馆,老街面馆（总店）", "老街 面馆,老街面馆", "ＫＦＣ餐厅,kfc餐厅", "老街面馆,城关镇老街面馆"})
    void atTheSamePlaceANameThatSoundsTheSameIsNoticed(String one, String other) {
        assertThat(Likeness.between(at(30.0, one), at(30.0003, other))).containsExactly(Likeness.SAME_PLACE_AND_NAME);
    }

    @ParameterizedTest
    @CsvSource({"老街面馆,老街茶馆", "面馆,老街面馆"})
    void anotherNameIsAnotherBusiness(String one, String other) {
        assertThat(Likeness.between(at(30.0, one), at(30.0, other))).isEmpty();
    }

    @Test
    void theSameNameElsewhereIsAnotherBusiness() {
        assertThat(Likeness.between(at(30.0, "老街面馆"), at(30.001, "老街面馆"))).isEmpty();
    }

    @Test
    void theSameCodeIsNoticedWhereverItIsAndAlsoAfterTheEnd() {
        Merchant closed = licensed(30.0);
        closed.close("停业", NOW);
        assertThat(Likeness.between(licensed(35.0), closed)).containsExactly(Likeness.SAME_LICENCE);
    }

    @Property(tries = 500)
    void whateverIsNearLiesInTheSquaresAround(
            @ForAll @DoubleRange(min = -60, max = 60) double lat,
            @ForAll @DoubleRange(min = -179, max = 179) double lng,
            @ForAll @IntRange(min = -1200, max = 1200) int north,
            @ForAll @IntRange(min = -1200, max = 1200) int east) {
        GeoPoint one = new GeoPoint(lat, lng);
        GeoPoint other = new GeoPoint(Math.max(-60, Math.min(60, lat + north * MICRO)), lng + east * MICRO);
        if (one.metersTo(other) <= Vicinity.NEAR_METERS) {
            assertThat(Vicinity.around(one)).contains(Vicinity.of(other));
        }
    }

    private static Merchant at(double lat, String name) {
        return Merchant.imported(
                name + lat,
                new Profile(name, Category.DINING, "路1号", new GeoPoint(lat, 120), null, List.of()),
                Attachment.HEAD_OFFICE,
                null,
                null,
                "staff",
                NOW);
    }

    private static Merchant licensed(double lat) {
        return Merchant.imported(
                "m" + lat,
                new Profile("店" + lat, Category.DINING, "路1号", new GeoPoint(lat, 120), null, List.of()),
                Attachment.HEAD_OFFICE,
                null,
                new LicenceNumber("91350100M000100Y43"),
                "staff",
                NOW);
    }
}
