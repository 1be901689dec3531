package org.linli.merchant.coupon;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How unfinished claims are picked up.
 *
 * @param staleAfter a reservation older than this is finished by whoever sees it
 * @param recoverEvery how often this process looks after the stocks it knows to be in trouble
 * @param sweepEvery how often all stocks are searched for unfinished claims; zero = only at start. Set it where several
 *     replicas run, so that the others finish what a lost one left
 * @param mostTogether how many claims share one write at most; 1 = nothing is shared, each claim makes both its updates
 *     of the stock by itself and in its own time
 */
@Validated
@ConfigurationProperties("merchant.claims")
public record ClaimSettings(
        @DefaultValue("5s") Duration staleAfter,
        @DefaultValue("2s") Duration recoverEvery,
        @DefaultValue("0s") Duration sweepEvery,
        @DefaultValue("128") @Min(1) @Max(1000) int mostTogether) {
    boolean sharesWrites() {
        return mostTogether > 1;
    }
}
