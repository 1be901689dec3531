package org.linli.merchant.onboarding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * When the bank has to look at a merchant again. Business dates as text: they sort as they are, in every time zone.
 *
 * @param noticeOn when that is to be told; null once it was
 */
record Recheck(
        @Indexed(sparse = true) String dueOn,
        @Indexed(sparse = true) @Nullable String noticeOn) {
    static Recheck on(LocalDate date) {
        return new Recheck(date.toString(), date.toString());
    }

    boolean noticeIsDue(LocalDate today) {
        return noticeOn != null && noticeOn.compareTo(today.toString()) <= 0;
    }

    Recheck noticed() {
        return new Recheck(dueOn, null);
    }
}
