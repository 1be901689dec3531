package org.linli.loan.approval;

import java.math.BigDecimal;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * What is lent, proposed or approved.
 *
 * @param ratePercent a year, as a decimal text: so stored, digit by digit
 */
record Terms(long amountFen, int termMonths, String ratePercent, RepaymentMethod method) {

    BigDecimal annualRatePercent() {
        return new BigDecimal(ratePercent);
    }
}
