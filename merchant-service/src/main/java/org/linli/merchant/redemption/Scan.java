package org.linli.merchant.redemption;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.redemption.RedemptionResult.Reason;

/**
 * When a code was seen in the shop: now, or earlier where the network was bad and the app hands it in later.
 *
 * @param late whether the app said when
 */
record Scan(Instant at, boolean late) {
    static Scan of(@Nullable Instant said, Instant now) {
        return said == null ? new Scan(now, false) : new Scan(said.isAfter(now) ? now : said, true);
    }

    static Optional<Reason> problem(@Nullable Instant said, Instant now, RedemptionSettings settings) {
        if (said == null) {
            return Optional.empty();
        }
        if (said.isAfter(now.plus(settings.clockTolerance()))) {
            return Optional.of(Reason.SCANNED_IN_FUTURE);
        }
        return said.isBefore(now.minus(settings.lateFor()))
                ? Optional.of(Reason.SCANNED_TOO_LONG_AGO)
                : Optional.empty();
    }
}
