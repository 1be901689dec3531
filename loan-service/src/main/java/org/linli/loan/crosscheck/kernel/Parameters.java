package org.linli.loan.crosscheck.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One version of the bank's tolerances. A version in use is never changed: the next one begins on a day.
 *
 * @param tolerances of every check
 */
public record Parameters(int version, Map<CrossCheck, Tolerance> tolerances) {
    public Parameters {
        tolerances = Map.copyOf(tolerances);
        if (tolerances.size() != CrossCheck.values().length) {
            throw new IllegalArgumentException("tolerances: " + tolerances.keySet() + " (expected: of every check)");
        }
    }

    /** All checks, in the order of the library. */
    public List<CheckResult> judge(Evidence evidence) {
        return Arrays.stream(CrossCheck.values())
                .map(check -> CheckResult.of(check, evidence, tolerance(check)))
                .toList();
    }

    private Tolerance tolerance(CrossCheck check) {
        Tolerance tolerance = tolerances.get(check);
        if (tolerance == null) {
            throw new IllegalStateException("no tolerance of " + check);
        }
        return tolerance;
    }
}
