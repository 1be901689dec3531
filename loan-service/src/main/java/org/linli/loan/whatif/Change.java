package org.linli.loan.whatif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Assessment;
import org.linli.loan.policy.kernel.Finding;
import org.linli.loan.policy.kernel.Verdict;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A case that would be judged otherwise.
 *
 * @param id run and case: writing it again after a crash hits the same document
 * @param reasons why it would not pass; empty when it would
 */
@Document(Change.COLLECTION)
record Change(
        @Id String id,
        String runId,
        String caseId,
        Verdict before,
        Verdict after,
        @Nullable Integer pointsBefore,
        @Nullable Integer pointsAfter,
        String rateBefore,
        String rateAfter,
        List<String> reasons) {
    static final String COLLECTION = "what_if_changes";

    static Change of(String runId, String caseId, Assessment before, Assessment after) {
        return new Change(
                idOf(runId, caseId),
                runId,
                caseId,
                before.verdict(),
                after.verdict(),
                before.score().total(),
                after.score().total(),
                before.price().ratePercent().toPlainString(),
                after.price().ratePercent().toPlainString(),
                after.objections().stream().map(Finding::reason).distinct().toList());
    }

    static String idOf(String runId, String caseId) {
        return runId + ":" + caseId;
    }
}
