package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.web.FieldProblem;

/** The money of rule M-2: whole fen, nothing payable below zero, every rounding named, no overflow. */
class PriceRules {
    @Property
    void nothing_payable_is_below_zero_or_above_the_bill(
            @ForAll("discounts") Discount discount, @ForAll @LongRange(max = Bill.MAX_FEN) long fen) {
        Price price = discount.on(new Bill(fen));

        assertThat(price.payableFen()).isBetween(0L, fen);
        assertThat(price.payableFen() + price.reductionFen()).isEqualTo(fen);
    }

    @Property
    void a_larger_bill_never_gets_less_taken_off(
            @ForAll("discounts") Discount discount,
            @ForAll @LongRange(max = 2 * Discount.MAX_FEN) long fen,
            @ForAll @LongRange(max = Discount.MAX_FEN) long more) {
        assertThat(discount.on(new Bill(fen + more)).reductionFen())
                .isGreaterThanOrEqualTo(discount.on(new Bill(fen)).reductionFen());
    }

    @Property
    void a_percentage_is_rounded_down_to_whole_fen(
            @ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @LongRange(max = Bill.MAX_FEN) long fen) {
        long exact = BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact();

        assertThat(percent(percent).on(new Bill(fen)).reductionFen()).isEqualTo(exact);
    }

    @Property
    void the_example_bill_shows_what_the_offer_does(@ForAll("discounts") Discount discount) {
        long off = discount.on(discount.exampleBill()).reductionFen();

        assertThat(off > 0).isEqualTo(discount.kind() != OfferKind.GIFT);
    }

    @Provide
    Arbitrary<Discount> discounts() {
        Arbitrary<Discount> percents = Arbitraries.integers().between(1, 99).map(PriceRules::percent);
        Arbitrary<Discount> cashOffs = Arbitraries.longs()
                .between(1, Discount.MAX_FEN)
                .flatMap(threshold -> Arbitraries.longs().between(1, threshold).map(off -> cashOff(threshold, off)));
        Arbitrary<Discount> fixed = Arbitraries.longs()
                .between(1, Discount.MAX_FEN)
                .flatMap(list -> Arbitraries.longs().between(0, list - 1).map(price -> fixed(price, list)));
        return Arbitraries.oneOf(List.of(percents, cashOffs, fixed, Arbitraries.just(gift())));
    }

    @Property
    void what_can_be_made_up_here_can_be_promised(@ForAll("discounts") Discount discount) {
        assertThat(discount.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Bill.MAX_FEN + 1, Long.MAX_VALUE})
    void a_bill_below_zero_or_beyond_arithmetic_is_refused(long fen) {
        assertThatThrownBy(() -> new Bill(fen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("billFen: " + fen + " (expected: 0 to ");
    }

    @Test
    void nothing_can_be_taken_off_that_is_not_on_the_bill() {
        assertThatThrownBy(() -> new Price(new Bill(100), 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(new Bill(100), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_kind_works_out_as_people_expect() {
        assertThat(percent(20).on(new Bill(10_000)).payableFen()).isEqualTo(8_000);
        assertThat(percent(20).on(new Bill(99)).payableFen()).isEqualTo(80);
        assertThat(cashOff(10_000, 2_000).on(new Bill(9_999)).payableFen()).isEqualTo(9_999);
        assertThat(cashOff(10_000, 2_000).on(new Bill(10_000)).payableFen()).isEqualTo(8_000);
        assertThat(gift().on(new Bill(10_000)).payableFen()).isEqualTo(10_000);
    }

    @Test
    void a_special_price_is_for_one_dish_and_the_rest_of_the_bill_stays() {
        Discount half = fixed(1_000, 2_000);

        assertThat(half.on(new Bill(2_000)).payableFen()).isEqualTo(1_000);
        assertThat(half.on(new Bill(5_000)).payableFen()).isEqualTo(4_000);
        assertThat(half.on(new Bill(1_500)).payableFen()).isEqualTo(1_000);
        assertThat(half.on(new Bill(800)).payableFen()).isEqualTo(800);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 101, Integer.MAX_VALUE})
    void a_percentage_is_between_one_and_ninety_nine(int percent) {
        assertThat(fields(percent(percent))).containsExactly("percentOff");
    }

    @Test
    void a_reduction_is_positive_and_never_exceeds_its_threshold() {
        assertThat(fields(cashOff(10_000, 10_001))).containsExactly("offFen");
        assertThat(fields(cashOff(10_000, 0))).containsExactly("offFen");
        assertThat(fields(cashOff(10_000, -1))).containsExactly("offFen");
        assertThat(fields(cashOff(Long.MAX_VALUE, 1))).containsExactly("thresholdFen");
        assertThat(fields(cashOff(10_000, 10_000))).isEmpty();
    }

    @Test
    void a_special_price_is_below_the_list_price_and_not_negative() {
        assertThat(fields(fixed(1000, 1000))).containsExactly("priceFen");
        assertThat(fields(fixed(-1, 1000))).containsExactly("priceFen");
        assertThat(fields(fixed(0, 1000))).isEmpty();
    }

    @Test
    void figures_of_another_kind_are_not_accepted() {
        assertThat(fields(new Discount(OfferKind.GIFT, 20, null, null, null, null)))
                .containsExactly("kind");
        assertThat(fields(new Discount(OfferKind.PERCENT, 20, null, null, 1L, null)))
                .containsExactly("kind");
        assertThat(fields(gift())).isEmpty();
    }

    private static List<String> fields(Discount discount) {
        return discount.problems().stream().map(FieldProblem::field).toList();
    }

    private static Discount percent(int percent) {
        return new Discount(OfferKind.PERCENT, percent, null, null, null, null);
    }

    private static Discount cashOff(long threshold, long off) {
        return new Discount(OfferKind.CASH_OFF, null, threshold, off, null, null);
    }

    private static Discount fixed(long price, long listPrice) {
        return new Discount(OfferKind.FIXED_PRICE, null, null, null, price, listPrice);
    }

    private static Discount gift() {
        return new Discount(OfferKind.GIFT, null, null, null, null, null);
    }
}
