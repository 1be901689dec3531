package org.linli.sandbox.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Server tokens of each account: 7,200 s; a fresh one leaves its predecessor five minutes, as Tencent does. */
@Component
class AccessTokens {
    static final Duration LIFETIME = Duration.ofSeconds(7_200);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 50;

    private final Map<String, Instant> expiries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private final Clock clock;
    private final Map<String, String> currents = new HashMap<>();

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    record Token(String value, long secondsLeft) {}

    synchronized Token stable(String appId, boolean forceRefresh) {
        String current = currents.get(appId);
        Instant now = clock.instant();
        Instant expiry = current == null ? null : expiries.get(current);
        if (!forceRefresh && current != null && expiry != null && now.isBefore(expiry)) {
            return new Token(current, Duration.between(now, expiry).toSeconds());
        }
        return fresh(appId);
    }

    synchronized Token fresh(String appId) {
        String current = currents.get(appId);
        Instant now = clock.instant();
        if (current != null && expiries.containsKey(current)) {
            expiries.merge(current, now.plus(GRACE), (before, grace) -> before.isBefore(grace) ? before : grace);
        }
        String value = UUID.randomUUID().toString().replace("-", "");
        expiries.put(value, now.plus(LIFETIME));
        currents.put(appId, value);
        return new Token(value, LIFETIME.toSeconds());
    }

    /** @return null when the token is good */
    synchronized @Nullable WechatError refusalOf(String token) {
        Instant expiry = expiries.get(token);
        if (expiry == null) {
            return WechatError.INVALID_CREDENTIAL;
        }
        return clock.instant().isBefore(expiry) ? null : WechatError.TOKEN_EXPIRED;
    }

    synchronized void invalidateAll() {
        expiries.clear();
        currents.clear();
    }
}
