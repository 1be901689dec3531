package org.linli.sandbox.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Web login codes: issued ones work once and for five minutes, fixed ones (local demo only) any number of times. */
@Component
class OauthCodes {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int MOST_OPEN = 10_000;
    private static final Pattern FIXED = Pattern.compile("(demo-(consumer|merchant)-[1-9]\\d{0,4})(;nounion)?");

    /** @param unionid the same in all accounts of one owner; Tencent does not always tell it */
    record Person(String openid, @Nullable String unionid) {}

    private record Issued(String appId, Person person, Instant expiresAt) {}

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

    synchronized String issue(WechatSettings.Account account, Person person) {
        String code = UUID.randomUUID().toString().replace("-", "");
        open.put(code, new Issued(account.appId(), person, clock.instant().plus(LIFETIME)));
        return code;
    }

    /** @return who is behind the code, or null when it is unknown, used, too old, or another account's */
    synchronized @Nullable Person exchange(WechatSettings.Account account, String code) {
        Matcher fixed = FIXED.matcher(code);
        if (fixedCodes && fixed.matches()) {
            boolean union = fixed.group(2).equals("consumer") && fixed.group(3) == null;
            return new Person(account.openidOf(fixed.group(1)), union ? "u-" + fixed.group(1) : null);
        }
        Issued issued = open.get(code);
        if (issued == null || !issued.appId().equals(account.appId())) {
            return null;
        }
        open.remove(code);
        return clock.instant().isAfter(issued.expiresAt()) ? null : issued.person();
    }
}
