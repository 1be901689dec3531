package org.linli.loan.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.loan.product.LoanProduct;

/** May this applicant apply for this? Every rule is asked, so that the applicant learns all reasons at once. */
final class EligibilityPolicy {
    private static final List<Function<Applicant, Optional<FailedRule>>> RULES = List.of(
            EligibilityPolicy::amountWithinProduct,
            EligibilityPolicy::termWithinProduct,
            EligibilityPolicy::tradingLongEnough,
            EligibilityPolicy::merchantApproved);

    private EligibilityPolicy() {}

    static List<FailedRule> failedBy(Applicant applicant) {
        return RULES.stream()
                .map(rule -> rule.apply(applicant))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FailedRule> amountWithinProduct(Applicant applicant) {
        LoanProduct product = applicant.product();
        return unless(
                product.lends(applicant.amountFen()),
                EligibilityRule.AMOUNT_WITHIN_PRODUCT,
                yuan(product.minAmountFen()),
                yuan(product.maxAmountFen()));
    }

    private static Optional<FailedRule> termWithinProduct(Applicant applicant) {
        LoanProduct product = applicant.product();
        return unless(
                product.runsFor(applicant.termMonths()),
                EligibilityRule.TERM_WITHIN_PRODUCT,
                product.minTermMonths(),
                product.maxTermMonths());
    }

    /** A month counts when its day has come again; a day that the month lacks counts on the month's last. */
    private static Optional<FailedRule> tradingLongEnough(Applicant applicant) {
        int months = applicant.product().tradingMonthsFor(applicant.amountFen());
        boolean longEnough = !applicant.businessStartedOn().plusMonths(months).isAfter(applicant.today());
        return unless(longEnough, EligibilityRule.TRADING_LONG_ENOUGH, months);
    }

    private static Optional<FailedRule> merchantApproved(Applicant applicant) {
        return unless(applicant.merchantApproved(), EligibilityRule.MERCHANT_APPROVED);
    }

    private static Optional<FailedRule> unless(boolean holds, EligibilityRule rule, Object... facts) {
        return holds ? Optional.empty() : Optional.of(new FailedRule(rule, List.of(facts)));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen).movePointLeft(2);
    }
}
