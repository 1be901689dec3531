package org.linli.user.identity;

import org.jspecify.annotations.Nullable;

/**
 * Whom WeChat says a login code stands for.
 *
 * @param openid of the person with this official account
 * @param unionid the same with every account of the bank; absent when WeChat holds it back
 */
public record WechatPerson(
        String accountId, String openid, @Nullable String unionid) {
    @Override
    public String toString() {
        return "WechatPerson[" + accountId + "]";
    }
}
