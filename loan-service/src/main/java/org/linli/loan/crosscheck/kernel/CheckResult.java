package org.linli.loan.crosscheck.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.kernel.CrossCheck.Sides;
import org.linli.loan.crosscheck.kernel.Tolerance.Effect;

/**
 * One check with everything that explains it later (rule L-6).
 *
 * @param inputs with their sources; a missing one has no value
 * @param claimed the first side of the formula, in {@code unit}
 * @param reference the second side
 * @param deviationPercent |claimed - reference| as a share of |reference|, two decimals HALF_UP; 100 against a reference
 *     of nothing
 * @param effect what follows; absent for a pass
 */
public record CheckResult(
        String check,
        String formula,
        List<Input> inputs,
        Unit unit,
        @Nullable Long claimed,
        @Nullable Long reference,
        @Nullable BigDecimal deviationPercent,
        BigDecimal tolerancePercent,
        Verdict verdict,
        @Nullable Effect effect) {
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    /** @param source absent when nobody knows the value */
    public record Input(
            Quantity quantity,
            Unit unit,
            @Nullable Long value,
            @Nullable Source source) {}

    static CheckResult of(CrossCheck check, Evidence evidence, Tolerance tolerance) {
        Optional<Sides> sides = check.sides(evidence);
        BigDecimal deviation = sides.map(CheckResult::deviation).orElse(null);
        Verdict verdict = deviation == null
                ? Verdict.UNKNOWN
                : deviation.compareTo(tolerance.percent()) <= 0 ? Verdict.PASS : Verdict.FAIL;
        Effect effect =
                switch (verdict) {
                    case PASS -> null;
                    case FAIL -> tolerance.failure();
                    case UNKNOWN -> tolerance.unknown();
                };
        return new CheckResult(
                check.code(),
                check.formula(),
                check.quantities().stream()
                        .map(quantity -> input(quantity, evidence))
                        .toList(),
                unit(check),
                sides.map(both -> both.claimed().longValueExact()).orElse(null),
                sides.map(both -> both.reference().longValueExact()).orElse(null),
                deviation,
                tolerance.percent(),
                verdict,
                effect);
    }

    public boolean needsReason() {
        return effect == Effect.NEEDS_REASON;
    }

    private static BigDecimal deviation(Sides both) {
        BigDecimal difference = both.claimed().subtract(both.reference()).abs();
        if (both.reference().signum() == 0) {
            return difference.signum() == 0 ? BigDecimal.ZERO.setScale(2) : HUNDRED;
        }
        return difference.multiply(HUNDRED).divide(both.reference().abs(), 2, RoundingMode.HALF_UP);
    }

    private static Unit unit(CrossCheck check) {
        return switch (check) {
            case STOCK_TURN -> Unit.DAYS;
            case GROSS_MARGIN_VS_SECTOR -> Unit.BASIS_POINTS;
            default -> Unit.FEN;
        };
    }

    private static Input input(Quantity quantity, Evidence evidence) {
        return evidence.of(quantity)
                .map(known -> new Input(quantity, quantity.unit(), known.value(), known.source()))
                .orElse(new Input(quantity, quantity.unit(), null, null));
    }
}
