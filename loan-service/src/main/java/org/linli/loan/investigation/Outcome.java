package org.linli.loan.investigation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.CheckRun;
import org.linli.loan.crosscheck.kernel.CheckResult;
import org.linli.loan.investigation.soft.SoftFindings;

/**
 * What a round brought, once both reports were in.
 *
 * @param reasons of investigators for what did not pass, by the check's code
 * @param photographed how many photos count
 */
record Outcome(
        StatementFigures figures,
        CheckRun checks,
        Map<String, Reason> reasons,
        SoftFindings soft,
        List<Recommended> recommended,
        Photographed photographed) {
    record Reason(String text, String by, Instant at) {}

    /** @param counting taken at the shop @param onBothSides the same file from both: they did not look independently */
    record Photographed(int counting, int elsewhere, int onBothSides) {}

    /** One investigator's recommendation and the hash of the report that says so. */
    record Recommended(Side side, @Nullable Recommendation recommendation, String reportHash) {}

    /** Checks that need a reason and have none. */
    Set<String> unexplained() {
        return checks.results().stream()
                .filter(CheckResult::needsReason)
                .map(CheckResult::check)
                .filter(check -> !reasons.containsKey(check))
                .collect(Collectors.toSet());
    }

    boolean needsReason(String check) {
        return checks.results().stream().anyMatch(result -> result.check().equals(check) && result.needsReason());
    }

    Outcome explained(String check, Reason reason) {
        Map<String, Reason> more = new LinkedHashMap<>(reasons);
        more.put(check, reason);
        return with(more);
    }

    /** Keeps the reasons of an earlier run, as far as they are still needed. */
    Outcome after(Outcome earlier) {
        Map<String, Reason> kept = new LinkedHashMap<>(earlier.reasons);
        kept.keySet().removeIf(check -> !needsReason(check));
        return with(kept);
    }

    private Outcome with(Map<String, Reason> others) {
        return new Outcome(figures, checks, others, soft, recommended, photographed);
    }
}
