package org.linli.sandbox.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Web login codes: issued ones work once and for five minutes, fixed ones (local demo only) any number of times. */
@Component
class OauthCodes {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int MOST_OPEN = 10_000;
    private static final Pattern FIXED = Pattern.compile("demo-(consumer|merchant)-[1-9]\\d{0,4}");

    private record Issued(String openid, Instant expiresAt) {}

    private final Map<String, Issued> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
            return size() > MOST_OPEN;
        }
    };
    private final boolean fixedCodes;
    private final Clock clock;

    OauthCodes(@Value("${sandbox.fixed-codes:false}") boolean fixedCodes, Clock clock) {
        this.fixedCodes = fixedCodes;
        this.clock = clock;
    }

    synchronized String issue(String openid) {
        String code = UUID.randomUUID().toString().replace("-", "");
        open.put(code, new Issued(openid, clock.instant().plus(LIFETIME)));
        return code;
    }

    /** @return the openid behind the code, or null when the code is unknown, used or too old */
    synchronized @Nullable String exchange(String code) {
        if (fixedCodes && FIXED.matcher(code).matches()) {
            return "o-" + code;
        }
        Issued issued = open.remove(code);
        return issued == null || clock.instant().isAfter(issued.expiresAt()) ? null : issued.openid();
    }
}
