package org.linli.geosearch.audience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How audiences are asked for.
 *
 * @param within a search waits no longer
 * @param remembered what was answered counts so long; how late a person may see what is meant for them
 */
@Validated
@ConfigurationProperties("linli.audiences")
record AudienceSettings(
        @DefaultValue("300ms") Duration within,
        @DefaultValue("1s") Duration remembered) {}
