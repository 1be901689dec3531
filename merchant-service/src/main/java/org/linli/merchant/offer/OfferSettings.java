package org.linli.merchant.offer;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param scheduleEvery how often it is looked whether an offer begins or ends */
@Validated
@ConfigurationProperties("merchant.offers")
record OfferSettings(
        @DurationMin(millis = 100) @DurationMax(minutes = 1) @DefaultValue("1s")
        Duration scheduleEvery) {}
