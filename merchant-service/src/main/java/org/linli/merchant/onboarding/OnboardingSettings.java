package org.linli.merchant.onboarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param linkRetryEvery how often user-service is asked again to accept an owner it has not accepted yet
 * @param reattachCheckEvery how often it is looked whether branches changed; they must be at rest for as long
 * @param approvalNeedsPapers whether the papers of the category must be there before a merchant is let in
 * @param claimFor how long a reviewer keeps a case without deciding
 * @param movedBeyondMeters a pin set better is no move; farther is
 * @param recheckAfterMonths from the approval, and from each re-check
 * @param recheckEvery how often it is looked whether a re-check came due
 */
@Validated
@ConfigurationProperties("merchant.onboarding")
record OnboardingSettings(
        @DefaultValue("5s") Duration linkRetryEvery,
        @DefaultValue("2s") Duration reattachCheckEvery,
        @DefaultValue("true") boolean approvalNeedsPapers,
        @DefaultValue("30m") Duration claimFor,
        @DefaultValue("100") @Min(1) @Max(5_000) int movedBeyondMeters,
        @DefaultValue("12") @Min(1) @Max(60) int recheckAfterMonths,
        @DefaultValue("10m") Duration recheckEvery) {}
