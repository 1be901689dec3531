package org.linli.loan.approval;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/** Terms as a caller sends them. Whether they may be approved is a rule, not a matter of form. */
record TermsForm(
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountFen,
        @NotNull @Min(1) @Max(600) Integer termMonths,

        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 6) BigDecimal annualRatePercent,

        @NotNull RepaymentMethod method) {
    Terms terms() {
        return new Terms(amountFen, termMonths, annualRatePercent.toPlainString(), method);
    }
}
