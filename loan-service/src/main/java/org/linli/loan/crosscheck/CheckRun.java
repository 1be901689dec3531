package org.linli.loan.crosscheck;

import java.time.LocalDate;
import java.util.List;
import org.linli.loan.crosscheck.kernel.CheckResult;

/**
 * All checks of one business on one day, as they were judged then.
 *
 * @param parameterVersion of the tolerances and sector figures
 */
public record CheckRun(int parameterVersion, LocalDate on, List<CheckResult> results) {
    public CheckRun {
        results = List.copyOf(results);
    }
}
