package org.linli.loan.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.LoanTerms;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.calculation.kernel.RepaymentSchedule;

/**
 * What was agreed; money in fen.
 *
 * @param annualRatePercent a decimal as text, so that the store keeps it digit by digit
 */
public record AgreedTerms(
        long amountFen, int termMonths, String annualRatePercent, RepaymentMethod method, DayCount dayCount) {

    public RepaymentSchedule scheduleFrom(LocalDate disbursedOn) {
        return RepaymentSchedule.of(
                new LoanTerms(method, amountFen, new BigDecimal(annualRatePercent), termMonths, disbursedOn, dayCount));
    }
}
