package org.linli.loan.village;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The sunshine funnel of a village (rule L-40): whoever came further is counted in every step before. Percentages with
 * one decimal, HALF_UP; filed of the households, every other step of those filed; absent where there is nothing to
 * divide by.
 */
record Funnel(Step filed, Step credited, Step published, Step signed, Step used) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(long count, @Nullable BigDecimal percent) {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        static Step of(long count, long whole) {
            return new Step(
                    count,
                    whole == 0
                            ? null
                            : BigDecimal.valueOf(count)
                                    .multiply(HUNDRED)
                                    .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        }
    }

    static Funnel of(long households, long filed, long credited, long published, long signed, long used) {
        return new Funnel(
                Step.of(filed, households),
                Step.of(credited, filed),
                Step.of(published, filed),
                Step.of(signed, filed),
                Step.of(used, filed));
    }
}
