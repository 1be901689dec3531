package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.merchant.category.Category;

/** What may change of an offer that the public has seen (rule M-2). */
class FixedRules {
    private static final Instant FROM = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    private static final Discount TWENTY = new Discount(OfferKind.PERCENT, 20, null, null, null, null);
    private static final OfferTerms PUBLISHED =
            new OfferTerms("八折", TWENTY, Category.DINING, FROM, UNTIL, 10, 1, "堂食可用", Conditions.NONE);

    @Test
    void text_pictures_stock_and_a_later_end_are_free() {
        OfferTerms wanted = new OfferTerms(
                "八折",
                TWENTY,
                Category.DINING,
                FROM,
                UNTIL.plusSeconds(1),
                5,
                1,
                "外带也可用",
                new Conditions(null, WeeklyHours.ALWAYS, false, List.of("p1"), null, null));
        assertThat(broken(wanted)).isEmpty();
    }

    @Test
    void where_the_branch_reviews_text_and_pictures_stay_as_it_saw_them() {
        OfferTerms wanted = new OfferTerms(
                "八折",
                TWENTY,
                Category.DINING,
                FROM,
                UNTIL,
                5,
                1,
                "外带也可用",
                new Conditions(null, WeeklyHours.ALWAYS, false, List.of("p1"), null, null));
        assertThat(Fixed.broken(PUBLISHED, wanted, true)).containsExactly(Fixed.REVIEWED_TEXT, Fixed.REVIEWED_PICTURES);
        assertThat(Fixed.broken(PUBLISHED, PUBLISHED.withStock(5), true)).isEmpty();
    }

    @Test
    void kind_and_amounts_are_fixed() {
        assertThat(broken(with(new Discount(OfferKind.PERCENT, 10, null, null, null, null))))
                .containsExactly(Fixed.AMOUNTS);
        assertThat(broken(with(new Discount(OfferKind.GIFT, null, null, null, null, null))))
                .containsExactly(Fixed.KIND, Fixed.AMOUNTS);
    }

    @Test
    void the_end_never_moves_forward_and_the_beginning_not_at_all() {
        assertThat(broken(PUBLISHED.during(FROM, UNTIL.minusMillis(1)))).containsExactly(Fixed.END);
        assertThat(broken(PUBLISHED.during(FROM.minusMillis(1), UNTIL))).containsExactly(Fixed.START);
    }

    @Test
    void limits_title_and_category_are_fixed() {
        OfferTerms wanted = new OfferTerms("七折", TWENTY, Category.OTHER, FROM, UNTIL, 10, 2, "堂食可用", Conditions.NONE);
        assertThat(broken(wanted)).containsExactly(Fixed.LIMIT, Fixed.TITLE, Fixed.CATEGORY);
    }

    @Test
    void conditions_are_fixed_but_for_the_pictures() {
        WeeklyHours hours = new WeeklyHours(List.of(HoursSpan.of(DayOfWeek.MONDAY, "11:00", "14:00")));
        OfferTerms wanted = new OfferTerms(
                "八折",
                TWENTY,
                Category.DINING,
                FROM,
                UNTIL,
                10,
                1,
                "堂食可用",
                new Conditions(5, hours, true, List.of("p1"), "s1", true));
        assertThat(broken(wanted))
                .containsExactly(Fixed.DAILY_LIMIT, Fixed.HOURS, Fixed.PAYMENT, Fixed.AUDIENCE, Fixed.GIFTS);
    }

    private static List<Fixed> broken(OfferTerms wanted) {
        return Fixed.broken(PUBLISHED, wanted, false);
    }

    private static OfferTerms with(Discount discount) {
        return new OfferTerms("八折", discount, Category.DINING, FROM, UNTIL, 10, 1, "堂食可用", Conditions.NONE);
    }
}
