package org.linli.merchant.onboarding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param linkRetryEvery how often user-service is asked again to accept an owner it has not accepted yet
 * @param reattachCheckEvery how often it is looked whether branches changed; they must be at rest for as long
 */
@Validated
@ConfigurationProperties("merchant.onboarding")
record OnboardingSettings(
        @DefaultValue("5s") Duration linkRetryEvery,
        @DefaultValue("2s") Duration reattachCheckEvery) {}
