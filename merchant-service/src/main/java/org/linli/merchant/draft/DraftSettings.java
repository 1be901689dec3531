package org.linli.merchant.draft;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param keptFor a draft nobody touched for so long is discarded, with the personal data in it */
@Validated
@ConfigurationProperties("merchant.drafts")
record DraftSettings(
        @DefaultValue("90d") Duration keptFor,
        @DefaultValue("1h") Duration sweepEvery) {}
