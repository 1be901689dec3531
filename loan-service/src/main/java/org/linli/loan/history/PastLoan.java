package org.linli.loan.history;

import java.time.LocalDate;
import java.util.Map;
import org.linli.loan.policy.kernel.Facts;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A loan of the past. The facts are what was known when it was asked for; what became of it is beside them, never among
 * them.
 *
 * @param id source and number: imported again it is the same document
 * @param facts by name
 * @param bad whether it was lost
 */
@Document(PastLoan.COLLECTION)
record PastLoan(@Id String id, LocalDate approvedOn, Map<String, String> facts, boolean bad) {
    static final String COLLECTION = "past_loans";
    private static final int FITTED_PERCENT = 70;
    private static final int BUCKETS = 10_000;

    Facts known() {
        Facts known = Facts.NONE;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            known = known.with(org.linli.loan.policy.kernel.Fact.valueOf(fact.getKey()), fact.getValue());
        }
        return known;
    }

    /** On which side of the split it lies: by its id alone, the same for ever, whatever else is imported. */
    boolean isForFitting() {
        int bucket = Integer.parseInt(Ids.hash("scorecard-split", id).substring(0, 7), 16) % BUCKETS;
        return bucket < FITTED_PERCENT * BUCKETS / 100;
    }
}
