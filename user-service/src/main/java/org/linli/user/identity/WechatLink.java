package org.linli.user.identity;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * A WeChat identity that someone of a merchant has shown to be theirs.
 *
 * @param key keyed hash over account and openid
 */
record WechatLink(@Id String key, String userId, String accountId, String openidEncrypted, Instant linkedAt) {
    @Override
    public String toString() {
        return "WechatLink[" + userId + "]";
    }
}
