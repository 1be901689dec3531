package org.linli.gateway.routing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param responseTimeout until a service has begun to answer, in general
 * @param wechatTimeout the same for WeChat callbacks: Tencent cuts the line after 5 s
 * @param longTimeout the same for imports and rebuilds by staff
 * @param requestsPerSecond sustained, per person, or per address where there is no token
 * @param burst how many may come at once
 * @param breakerOpenFor how long a broken service is left alone
 */
@Validated
@ConfigurationProperties("linli.gateway.routing")
record RoutingSettings(
        @NotNull Duration responseTimeout,
        @NotNull Duration wechatTimeout,
        @NotNull Duration longTimeout,
        @Min(1) long requestsPerSecond,
        @Min(1) long burst,
        @NotNull Duration breakerOpenFor) {

    Duration timeoutOf(RoutingTable.Patience patience) {
        return switch (patience) {
            case NORMAL -> responseTimeout;
            case WECHAT -> wechatTimeout;
            case LONG -> longTimeout;
        };
    }
}
