package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.application.ApplicationExamples.microLoan;
import static org.linli.loan.application.ApplicationExamples.yuan;
import static org.linli.loan.application.EligibilityRule.AMOUNT_WITHIN_PRODUCT;
import static org.linli.loan.application.EligibilityRule.MERCHANT_APPROVED;
import static org.linli.loan.application.EligibilityRule.TERM_WITHIN_PRODUCT;
import static org.linli.loan.application.EligibilityRule.TRADING_LONG_ENOUGH;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules E-1 to E-4: who may apply for a micro-loan. */
class EligibilityRules {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 5, 5);

    @Test
    void an_approved_merchant_with_a_fitting_wish_may_apply() {
        assertThat(failed(yuan(50_000), 12, LONG_AGO, true)).isEmpty();
    }

    @Test
    void the_amount_lies_within_the_products_limits_both_inclusive() {
        assertThat(failed(yuan(5_000), 12, LONG_AGO, true)).isEmpty();
        assertThat(failed(yuan(500_000), 12, LONG_AGO, true)).isEmpty();
        assertThat(failed(yuan(5_000) - 1, 12, LONG_AGO, true)).containsExactly(AMOUNT_WITHIN_PRODUCT);
        assertThat(failed(yuan(500_000) + 1, 12, LONG_AGO, true)).containsExactly(AMOUNT_WITHIN_PRODUCT);
    }

    @Test
    void the_term_lies_within_the_products_limits_both_inclusive() {
        assertThat(failed(yuan(50_000), 3, LONG_AGO, true)).isEmpty();
        assertThat(failed(yuan(50_000), 24, LONG_AGO, true)).isEmpty();
        assertThat(failed(yuan(50_000), 2, LONG_AGO, true)).containsExactly(TERM_WITHIN_PRODUCT);
        assertThat(failed(yuan(50_000), 25, LONG_AGO, true)).containsExactly(TERM_WITHIN_PRODUCT);
    }

    @Test
    void up_to_100000_the_business_has_traded_for_three_months() {
        assertThat(failed(yuan(100_000), 12, TODAY.minusMonths(3), true)).isEmpty();
        assertThat(failed(yuan(100_000), 12, TODAY.minusMonths(3).plusDays(4), true))
                .containsExactly(TRADING_LONG_ENOUGH);
    }

    @Test
    void above_100000_the_business_has_traded_for_twelve_months() {
        assertThat(failed(yuan(100_000) + 1, 12, TODAY.minusMonths(12), true)).isEmpty();
        assertThat(failed(yuan(100_000) + 1, 12, TODAY.minusMonths(12).plusDays(1), true))
                .containsExactly(TRADING_LONG_ENOUGH);
    }

    @Test
    void a_business_begun_on_a_31st_is_three_months_old_on_the_last_of_a_shorter_month() {
        assertThat(failed(yuan(50_000), 12, LocalDate.of(2025, 11, 30), true)).isEmpty();
        assertThat(failed(yuan(50_000), 12, LocalDate.of(2025, 12, 1), true)).containsExactly(TRADING_LONG_ENOUGH);
    }

    @Test
    void only_an_approved_merchant_may_apply() {
        assertThat(failed(yuan(50_000), 12, LONG_AGO, false)).containsExactly(MERCHANT_APPROVED);
    }

    @Test
    void every_failed_rule_is_named_not_only_the_first() {
        assertThat(failed(yuan(600_000), 36, TODAY, false))
                .containsExactly(AMOUNT_WITHIN_PRODUCT, TERM_WITHIN_PRODUCT, TRADING_LONG_ENOUGH, MERCHANT_APPROVED);
    }

    private static List<EligibilityRule> failed(long amountFen, int months, LocalDate startedOn, boolean approved) {
        return EligibilityPolicy.failedBy(new Applicant(microLoan(), amountFen, months, startedOn, approved, TODAY))
                .stream()
                .map(FailedRule::rule)
                .toList();
    }
}
