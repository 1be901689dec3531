package org.linli.starter.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param kind files are for one machine, several replicas need {@code S3}
 * @param directory of {@code FILES}
 * @param suffix of the names of {@code FILES}, such as {@code .jpg}
 * @param breakerWindow how many calls to {@code S3} are looked back on; it is left alone when half of them failed
 * @param breakerOpenFor how long it is left alone then
 */
@Validated
@ConfigurationProperties("linli.storage")
record StorageSettings(
        @DefaultValue("FILES") @NotNull Kind kind,
        @DefaultValue(".local/objects") @NotNull Path directory,
        @DefaultValue("") @NotNull String suffix,
        @DefaultValue("20") @Min(2) @Max(1_000) int breakerWindow,
        @DefaultValue("5s") @NotNull Duration breakerOpenFor) {
    enum Kind {
        FILES,
        S3
    }
}
