package org.linli.wechat.loans;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How a follower's latest loan application stands. */
public sealed interface LoanAnswer {
    /**
     * @param stageName for people
     * @param stageDueAt the promised end of the stage (L-1); null when the last stage is over
     * @param responsible who is in charge; null when nobody is named yet
     */
    record InStage(
            String applicationId,
            String stageName,
            @Nullable OffsetDateTime stageDueAt,
            @Nullable String responsible) implements LoanAnswer {}

    record NoApplication() implements LoanAnswer {}

    /** The follower is not known to belong to a merchant. */
    record NotBound() implements LoanAnswer {}

    record Unavailable() implements LoanAnswer {}
}
