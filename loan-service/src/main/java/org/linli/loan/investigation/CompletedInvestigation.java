package org.linli.loan.investigation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.kernel.CheckResult;
import org.linli.loan.crosscheck.kernel.Verdict;

/**
 * What a completed investigation found, for whoever decides (rules L-2 to L-6); nothing in it is about a person. Money in
 * fen.
 *
 * @param round 2 and more after a case was sent back
 * @param softScore 0 to 100
 * @param softDeviations questions on which sources differ more than they may
 * @param parameterVersion of the tolerances that the checks were judged by
 * @param explained checks that did not pass and have a reason
 * @param recommendations by side; one that is missing recommends nothing
 * @param undisclosedLending somebody found private lending that the applicant did not tell of (rule L-7); null = not looked into
 * @param sharedPhotos pictures that both sides handed in, byte for byte
 */
public record CompletedInvestigation(
        String caseId,
        int round,
        Instant completedAt,
        StatementFigures figures,
        BigDecimal softScore,
        long softDeviations,
        int parameterVersion,
        List<CheckResult> checks,
        List<String> explained,
        Map<Side, Advice> recommendations,
        int sharedPhotos,
        @Nullable Boolean undisclosedLending) {

    /** @param amountFen and {@code termMonths} only with {@code LEND} */
    public record Advice(
            Recommendation.Outcome outcome,
            @Nullable Long amountFen,
            @Nullable Integer termMonths,
            String reportHash) {}

    /** The verdict of one check by its code; unknown when there is no such check. */
    public Verdict verdict(String check) {
        Optional<CheckResult> found =
                checks.stream().filter(result -> result.check().equals(check)).findFirst();
        return found.map(CheckResult::verdict).orElse(Verdict.UNKNOWN);
    }
}
