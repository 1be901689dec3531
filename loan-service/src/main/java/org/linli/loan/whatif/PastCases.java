package org.linli.loan.whatif;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Facts;
import org.linli.loan.policy.kernel.Policy;

/** Cases of the past with what was known of them when they were decided. */
public interface PastCases {
    /** Stable, such as {@code history}. */
    String source();

    long count();

    /**
     * Every case with an id after this one, in the order of the ids; to be closed.
     *
     * @param id null: from the beginning
     */
    Stream<PastCase> after(@Nullable String id);

    /**
     * @param asked the policies that it can be asked about: those that were asked then
     * @param bad whether the loan was lost; null when nobody knows
     */
    record PastCase(
            String id,
            Facts facts,
            Set<Policy> asked,
            @Nullable Boolean bad) {}
}
