package org.linli.gateway.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param jwksUrl where the keys are published; the host is a discovery name
 * @param issuer the only accepted {@code iss}
 * @param clockSkew tolerated between two machines
 * @param keysFreshFor how long fetched keys are used before they are looked at again
 * @param keysUsableFor how long known keys keep working while user-service is away
 */
@Validated
@ConfigurationProperties("linli.gateway.access")
record AccessSettings(
        @NotBlank String jwksUrl,
        @NotBlank String issuer,
        @NotNull Duration clockSkew,
        @NotNull Duration keysFreshFor,
        @NotNull Duration keysUsableFor) {}
