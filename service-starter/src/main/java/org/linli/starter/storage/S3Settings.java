package org.linli.starter.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * An S3-compatible store.
 *
 * @param endpoint its address; empty for Amazon's own of the region
 * @param folder what the keys of this service begin with, such as {@code papers/}: services may share a bucket
 * @param contentType what everything in it is
 * @param pathStyle the bucket in the path instead of the host name, as most stores in a bank's own rooms want it
 * @param attemptTimeout of one try
 * @param attempts tries in all
 */
@Validated
@ConfigurationProperties("linli.storage.s3")
record S3Settings(
        @DefaultValue("") @NotNull String endpoint,
        @DefaultValue("us-east-1") @NotNull String region,
        @DefaultValue("") @NotNull String bucket,
        @DefaultValue("") @NotNull String accessKey,
        @DefaultValue("") @NotNull String secretKey,
        @DefaultValue("") @NotNull String folder,
        @DefaultValue("application/octet-stream") @NotNull String contentType,
        @DefaultValue("true") boolean pathStyle,
        @DefaultValue("1s") @NotNull Duration connectTimeout,
        @DefaultValue("2s") @NotNull Duration attemptTimeout,
        @DefaultValue("2") @Min(1) @Max(5) int attempts) {

    @Override
    public String toString() {
        return "S3Settings[" + endpoint + "/" + bucket + "]";
    }
}
