package org.linli.loan.application;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The bank's promises and limits.
 *
 * @param promisedDays calendar days per stage (rule L-1: at most 15 until the decision)
 * @param closingTime when a business day ends, Asia/Shanghai; promises fall due then
 * @param openPerProduct how many applications of one merchant for one product may be open at a time
 */
@Validated
@ConfigurationProperties("linli.loan.applications")
record ApplicationSettings(
        @NotNull Map<Stage, @Min(1) @Max(60) Integer> promisedDays,
        @NotNull LocalTime closingTime,
        @Min(1) @Max(100) int openPerProduct) {
    private static final int MAX_DAYS_TO_DECISION = 15;

    @AssertTrue(message = "every open stage needs its promised days") boolean isComplete() {
        return promisedDays.keySet().equals(Stage.open());
    }

    @AssertTrue(message = "the days until the decision may not add up to more than 15") boolean isWithinSunshineClock() {
        return promises().daysToDecision() <= MAX_DAYS_TO_DECISION;
    }

    StagePromises promises() {
        return new StagePromises(promisedDays, closingTime);
    }
}
