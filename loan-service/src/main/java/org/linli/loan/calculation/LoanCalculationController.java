package org.linli.loan.calculation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.Instalment;
import org.linli.loan.calculation.kernel.LoanTerms;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.calculation.kernel.RepaymentSchedule;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoanCalculationController {

    /** What a loan would cost. Safe to repeat: nothing is stored. 400 {@code invalid-parameter} outside the limits. */
    @Open
    @PostMapping("/api/v1/loan-calculations")
    Answer calculate(@Valid @RequestBody Form form) {
        RepaymentSchedule schedule = RepaymentSchedule.of(form.terms());
        return new Answer(
                schedule.instalments().stream().map(Row::of).toList(),
                schedule.totalInterestFen(),
                schedule.totalFen());
    }

    /**
     * @param method a {@link RepaymentMethod}
     * @param annualRatePercent percent a year, a decimal string
     * @param dayCount a {@link DayCount}
     */
    record Form(
            @NotNull String method,

            @NotNull @Min(1) @Max(LoanTerms.MAX_PRINCIPAL_FEN) Long principalFen,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = LoanTerms.RATE_DECIMALS) BigDecimal annualRatePercent,

            @NotNull @Min(1) @Max(LoanTerms.MAX_INSTALMENTS) Integer instalments,
            @NotNull LocalDate disbursedOn,
            @NotNull String dayCount) {
        LoanTerms terms() {
            if (!LoanTerms.isCalculable(disbursedOn)) {
                throw ProblemException.invalidParameter(
                        "disbursedOn",
                        disbursedOn + " (expected: " + LoanTerms.FIRST_DATE + " to " + LoanTerms.LAST_DATE + ")");
            }
            return new LoanTerms(
                    oneOf(RepaymentMethod.values(), "method", method),
                    principalFen,
                    annualRatePercent,
                    instalments,
                    disbursedOn,
                    oneOf(DayCount.values(), "dayCount", dayCount));
        }

        private static <E extends Enum<E>> E oneOf(E[] known, String field, String name) {
            return Arrays.stream(known)
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalidParameter(
                            field, "unknown (expected: " + Arrays.toString(known) + ")"));
        }
    }

    record Answer(List<Row> instalments, long totalInterestFen, long totalFen) {}

    record Row(int number, LocalDate dueDate, long principalFen, long interestFen, long totalFen, long balanceFen) {
        static Row of(Instalment line) {
            return new Row(
                    line.number(),
                    line.dueDate(),
                    line.principalFen(),
                    line.interestFen(),
                    line.totalFen(),
                    line.balanceFen());
        }
    }
}
