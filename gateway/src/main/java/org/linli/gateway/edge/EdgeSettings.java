package org.linli.gateway.edge;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxBody largest body in general
 * @param maxWechatBody largest body of a WeChat callback
 * @param strictTransport whether answers demand HTTPS from now on; off on a developer's machine
 * @param trustedProxies pattern of the addresses whose X-Forwarded headers are believed; blank = nobody's
 */
@Validated
@ConfigurationProperties("linli.gateway.edge")
record EdgeSettings(
        @NotNull DataSize maxBody,
        @NotNull DataSize maxWechatBody,
        boolean strictTransport,
        @NotNull String trustedProxies) {

    boolean trusts(String address) {
        return !trustedProxies.isBlank() && address.matches(trustedProxies);
    }
}
