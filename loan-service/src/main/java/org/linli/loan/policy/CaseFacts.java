package org.linli.loan.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.linli.loan.product.LoanProduct;

/** What the application itself says. */
final class CaseFacts {
    private static final int MILLIONTHS = 6;

    private CaseFacts() {}

    static Facts of(LoanCase loanCase, LocalDate on) {
        return Facts.NONE
                .with(Fact.AMOUNT_FEN, loanCase.amountFen())
                .with(Fact.TERM_MONTHS, loanCase.termMonths())
                .with(Fact.PRODUCT, loanCase.productCode())
                .with(Fact.TRADING_MONTHS, ChronoUnit.MONTHS.between(loanCase.businessStartedOn(), on));
    }

    static Facts of(LoanProduct product) {
        return Facts.NONE
                .with(Fact.PRODUCT_MIN_RATE, millionths(product.minAnnualRatePercent()))
                .with(Fact.PRODUCT_MAX_RATE, millionths(product.maxAnnualRatePercent()));
    }

    private static long millionths(BigDecimal percent) {
        return percent.movePointRight(MILLIONTHS).longValueExact();
    }
}
