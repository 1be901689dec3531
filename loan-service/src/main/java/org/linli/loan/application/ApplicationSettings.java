package org.linli.loan.application;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.linli.loan.product.PromisedDays;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The bank's promises and limits.
 *
 * @param promisedDays working days per stage (rule L-1: at most 15 until the decision), unless the product says others
 * @param openingTime when a business day begins, Asia/Shanghai
 * @param closingTime when it ends; promises fall due then
 * @param openPerProduct how many applications of one merchant for one product may be open at a time
 * @param openPerOwner how many of one person for one product, over all merchants
 * @param overdueEvery how often broken promises are looked for
 * @param resumeFirstPause before moves that a start could not finish are tried again; it doubles ...
 * @param resumeLongestPause ... up to this one
 * @param visitDraftDays after which a draft that nobody touched is gone
 * @param visitDraftNoticeDays in the last of them its owner is told
 */
@Validated
@ConfigurationProperties("linli.loan.applications")
record ApplicationSettings(
        @NotNull Map<Stage, @Min(1) @Max(60) Integer> promisedDays,
        @DefaultValue("08:30") LocalTime openingTime,
        @NotNull LocalTime closingTime,
        @Min(1) @Max(100) int openPerProduct,
        @DefaultValue("1") @Min(1) @Max(1000) int openPerOwner,
        @DefaultValue("1m") Duration overdueEvery,
        @DefaultValue("1s") Duration resumeFirstPause,
        @DefaultValue("5m") Duration resumeLongestPause,
        @DefaultValue("90") @Min(1) @Max(3660) int visitDraftDays,
        @DefaultValue("14") @Min(0) @Max(365) int visitDraftNoticeDays) {

    @AssertTrue(message = "every open stage needs its promised days") boolean isComplete() {
        return promisedDays.keySet().equals(Stage.open());
    }

    @AssertTrue(message = "the days until the decision may not add up to more than 15") boolean isWithinSunshineClock() {
        return StagePromises.daysToDecision(promisedDays) <= PromisedDays.MOST_UNTIL_DECISION;
    }

    @AssertTrue(message = "a business day opens before it closes") boolean isADay() {
        return openingTime.isBefore(closingTime);
    }
}
