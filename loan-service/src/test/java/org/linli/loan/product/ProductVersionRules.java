package org.linli.loan.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.foureyes.FourEyes.Decider;

/** Products are parameters with editions: prepared by one, published by another, in effect from a date. */
class ProductVersionRules {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Decider SECOND = new Decider("second", Set.of(), Set.of());

    private final ProductLine line = ProductLine.configured(lending(500_000), NOW);

    @Test
    void an_edition_takes_effect_on_its_date_and_the_earlier_one_stays_readable() {
        prepare(400_000, TODAY.plusDays(10));
        assertThat(line.publish(2, SECOND, NOW, TODAY)).isInstanceOf(ProductChange.Done.class);
        assertThat(line.inEffect(TODAY.plusDays(9)).orElseThrow().version()).isEqualTo(1);
        assertThat(line.inEffect(TODAY.plusDays(10)).orElseThrow().maxAmountFen())
                .isEqualTo(40_000_000);
        assertThat(line.version(1).orElseThrow().maxAmountFen()).isEqualTo(50_000_000);
    }

    @Test
    void what_nobody_published_is_no_edition_for_a_case() {
        prepare(400_000, TODAY);
        assertThat(line.version(2)).isEmpty();
        assertThat(line.inEffect(TODAY.plusYears(1)).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whoever_prepared_it_does_not_publish_it_nor_does_a_deputy() {
        prepare(400_000, TODAY);
        assertThat(line.publish(2, new Decider("first", Set.of(), Set.of()), NOW, TODAY))
                .isEqualTo(new ProductChange.FourEyesConflict(FourEyes.Reason.PREPARED_IT));
        assertThat(line.publish(2, new Decider("deputy", Set.of(), Set.of("first")), NOW, TODAY))
                .isEqualTo(new ProductChange.FourEyesConflict(FourEyes.Reason.DEPUTY_OF_PREPARER));
    }

    @Test
    void one_edition_at_a_time_waits_for_review() {
        prepare(400_000, TODAY);
        assertThat(prepare(300_000, TODAY)).isEqualTo(new ProductChange.ReviewPending(2));
        line.refuse(2, "too low", "second", NOW);
        assertThat(prepare(300_000, TODAY)).isInstanceOf(ProductChange.Done.class);
    }

    @Test
    void an_edition_is_reviewed_once() {
        prepare(400_000, TODAY);
        line.publish(2, SECOND, NOW, TODAY);
        assertThat(line.publish(2, SECOND, NOW, TODAY))
                .isEqualTo(new ProductChange.AlreadyReviewed(Edition.State.PUBLISHED));
        assertThat(line.refuse(2, "changed my mind", "second", NOW))
                .isEqualTo(new ProductChange.AlreadyReviewed(Edition.State.PUBLISHED));
    }

    @Test
    void no_edition_takes_effect_in_the_past_or_before_an_earlier_one() {
        assertThat(prepare(400_000, TODAY.minusDays(1))).isEqualTo(new ProductChange.TooEarly(TODAY));
        prepare(400_000, TODAY.plusDays(10));
        line.publish(2, SECOND, NOW, TODAY);
        assertThat(prepare(300_000, TODAY.plusDays(9))).isEqualTo(new ProductChange.TooEarly(TODAY.plusDays(10)));
    }

    @Test
    void a_review_that_comes_after_the_date_is_too_late_for_it() {
        prepare(400_000, TODAY);
        assertThat(line.publish(2, SECOND, NOW, TODAY.plusDays(1)))
                .isEqualTo(new ProductChange.TooEarly(TODAY.plusDays(1)));
    }

    @Test
    void the_band_of_an_amount_includes_its_upper_end() {
        LoanProduct product = lending(500_000);
        assertThat(product.deciderFor(5_000_000)).isEqualTo(ApprovalBand.Decider.BRANCH_HEAD);
        assertThat(product.deciderFor(5_000_001)).isEqualTo(ApprovalBand.Decider.COMMITTEE);
    }

    private ProductChange prepare(long maxYuan, LocalDate from) {
        return line.prepare(lending(maxYuan), from, "demand", "first", NOW, TODAY);
    }

    private static LoanProduct lending(long maxYuan) {
        BilingualText text = new BilingualText("小微贷", "Micro-loan");
        return new LoanProduct(
                "MICRO",
                text,
                500_000,
                maxYuan * 100,
                3,
                24,
                List.of(RepaymentMethod.EQUAL_INSTALMENT),
                DayCount.D30_360,
                new BigDecimal("4.35"),
                new BigDecimal("12"),
                text,
                List.of(SecurityKind.GUARANTOR),
                List.of(BorrowerKind.INDIVIDUAL_BUSINESS),
                false,
                false,
                List.of(new TradingRequirement(0, 3)),
                List.of(text),
                List.of(
                        new ApprovalBand(5_000_000, ApprovalBand.Decider.BRANCH_HEAD),
                        new ApprovalBand(50_000_000, ApprovalBand.Decider.COMMITTEE)),
                null,
                0);
    }
}
