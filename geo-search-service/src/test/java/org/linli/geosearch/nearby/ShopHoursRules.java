package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.events.OfferEvent.Hours;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.index.Holidays;
import org.linli.geosearch.projection.Feed;

/** Rule G-3: merchants' hours over midnight and holidays, their tags, and offers for an audience; memory and index alike. */
class ShopHoursRules {
    private static final RunningService CELLS = RunningService.shared();
    /** A Tuesday and a Wednesday off, and the Sunday before them worked. */
    private static final String[] CALENDAR = {
        "--linli.nearby.holidays=2026-12-08/2026-12-09", "--linli.nearby.working-days=2026-12-06"
    };

    private static final RunningService INDEX =
            RunningService.besides(CELLS, "--linli.cells.enabled=false", CALENDAR[0], CALENDAR[1]);
    private static final RunningService MEMORY = RunningService.besides(CELLS, CALENDAR);
    private static final double LAT = 26.5;
    private static final double LNG = 104.5;

    @BeforeAll
    static void some_shops() {
        Samples.Merchant bar = Samples.aMerchant("sh-bar").at(LAT, LNG);
        Samples.Merchant office = Samples.aMerchant("sh-office").at(LAT, LNG + 0.001);
        Samples.Merchant mall = Samples.aMerchant("sh-mall").at(LAT, LNG + 0.002);
        Samples.Merchant silent = Samples.aMerchant("sh-silent").at(LAT, LNG + 0.003);
        Feed.apply(
                CELLS,
                bar.telling(
                        1, List.of(new Hours("MONDAY", "20:00", "02:00"), new Hours("SUNDAY", "18:00", "03:00")), null),
                office.telling(
                        1,
                        List.of(new Hours("MONDAY", "09:00", "17:00"), new Hours("TUESDAY", "09:00", "17:00")),
                        null),
                mall.telling(
                        1,
                        List.of(new Hours("TUESDAY", "10:00", "22:00"), new Hours("HOLIDAY", "12:00", "16:00")),
                        List.of("亲子乐园", "WiFi")),
                silent.telling(1, null, null),
                offer("bar").event(1),
                offer("office").event(1),
                offer("mall").open(new Hours("TUESDAY", "13:00", "24:00")).event(1),
                offer("silent").event(1));
    }

    private static Samples.Offer offer(String shop) {
        return Samples.anOffer("sh-o-" + shop, "sh-" + shop)
                .valid(Samples.NOON, Samples.NOON.plus(java.time.Duration.ofDays(60)));
    }

    @AfterEach
    void it_is_noon() {
        it_is(Samples.NOON);
    }

    @AfterAll
    static void stop() {
        INDEX.close();
        MEMORY.close();
    }

    private static void it_is(Instant now) {
        INDEX.itIs(now);
        MEMORY.itIs(now);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-11-30T23:30:00, bar silent, a Monday evening",
        "2026-12-01T01:59:00, bar silent, after midnight of a Monday",
        "2026-12-01T02:00:00, silent, closed exactly then",
        "2026-12-01T12:00:00, office mall silent, a usual Tuesday",
        "2026-12-06T18:30:00, silent, a Sunday that is worked: no bar",
        "2026-12-06T10:00:00, office silent, a Sunday that is worked: like a Monday",
        "2026-12-07T00:30:00, bar silent, the night of the Sunday that is worked: like a Monday's",
        "2026-12-08T01:00:00, bar silent, the first holiday begins with the Monday's night",
        "2026-12-08T13:00:00, mall silent, a holiday by the mall's own word",
        "2026-12-08T17:00:00, silent, the mall's holiday is shorter than its Tuesday",
        "2026-12-08T19:00:00, bar silent, a holiday like a Sunday",
        "2026-12-10T02:59:00, bar silent, the night of the last holiday",
        "2026-12-10T03:00:00, silent, after it",
    })
    void merchants_are_open_by_week_and_calendar(String local, String expected, String why) {
        it_is(Instant.parse(local + "+08:00"));
        List<String> wanted =
                List.of(expected.split(" ")).stream().map("sh-"::concat).toList();
        for (Http http : List.of(INDEX.http(), MEMORY.http(), MEMORY.http())) {
            assertThat(http.merchants("lat", LAT, "lng", LNG, "openNow", true).ids("merchantId"))
                    .as(why)
                    .isEqualTo(wanted);
        }
    }

    /** The shop redeems by the day of the week: the coupon's hours know no holidays, the shop's do. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T12:59:00, office silent",
        "2026-12-01T13:00:00, office mall silent",
        "2026-12-08T15:59:00, mall silent",
        "2026-12-08T16:00:00, silent",
    })
    void an_offer_can_be_used_when_it_allows_and_the_shop_is_open(String local, String expected) {
        it_is(Instant.parse(local + "+08:00"));
        List<String> wanted =
                List.of(expected.split(" ")).stream().map("sh-o-"::concat).toList();
        for (Http http : List.of(INDEX.http(), MEMORY.http(), MEMORY.http())) {
            assertThat(http.offers("lat", LAT, "lng", LNG, "openNow", true).ids("offerId"))
                    .isEqualTo(wanted);
        }
    }

    @Test
    void tags_are_found_by_characters_and_by_reading() {
        for (String typed : List.of("亲子", "qinzi", "qzly", "wifi", "ＷＩＦＩ")) {
            assertThat(INDEX.http()
                            .merchants("lat", LAT, "lng", LNG, "q", typed)
                            .ids("merchantId"))
                    .as(typed)
                    .containsExactly("sh-mall");
            assertThat(INDEX.http().offers("lat", LAT, "lng", LNG, "q", typed).ids("offerId"))
                    .containsExactly("sh-o-mall");
        }
    }

    @Test
    void an_offer_for_an_audience_is_shown_to_nobody_who_is_not_known_to_belong() {
        Samples.Offer offer = Samples.anOffer("sh-aud", "sh-aud").titled("老客专享");
        Feed.apply(
                CELLS,
                Samples.aMerchant("sh-aud").at(LAT + 0.5, LNG).event(1),
                offer.meantFor("s1").event(1));
        for (Http http : List.of(INDEX.http(), CELLS.http(), CELLS.http())) {
            assertThat(http.offers("lat", LAT + 0.5, "lng", LNG).items()).isEmpty();
            assertThat(http.offers("lat", LAT + 0.5, "lng", LNG, "q", "老客").items())
                    .isEmpty();
        }
        assertThat(INDEX.http()
                        .get("/api/v1/nearby/suggestions?q=%E8%80%81%E5%AE%A2")
                        .items())
                .isEmpty();
        Feed.apply(CELLS, offer.event(2));
        assertThat(INDEX.http().offers("lat", LAT + 0.5, "lng", LNG).ids("offerId"))
                .containsExactly("sh-aud");
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-10-01/2026-09-30", "2026-10-01/2027-10-01", "2026-10-01/2026-10-02/2026-10-03", "''"
    })
    void a_calendar_that_cannot_be_read_is_refused(String range) {
        assertThatThrownBy(() -> Holidays.of(List.of(range), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yyyy-MM-dd");
    }
}
