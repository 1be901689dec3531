package org.linli.user.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something by which a consumer is recognised: an openid, or a unionid.
 *
 * @param key keyed hash of it
 * @param accountId of an openid
 */
record IdentityKey(@Id String key, String userId, @Nullable String accountId, String valueEncrypted, Instant since) {
    @Override
    public String toString() {
        return "IdentityKey[" + userId + "]";
    }
}
