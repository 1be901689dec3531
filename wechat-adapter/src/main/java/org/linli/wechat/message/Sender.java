package org.linli.wechat.message;

import org.linli.starter.Ids;

/**
 * Who sent a message, and to which account.
 *
 * @param accountId our name of the account
 * @param accountName WeChat's name of it (gh_...), the sender of our reply
 * @param openid the follower, known by this name to this account only
 */
public record Sender(String accountId, String accountName, String openid) {
    /** Stands for the follower wherever the openid must not appear: logs, events, keys of stored documents. */
    public String pseudonym() {
        return Ids.derived("follower", accountId, openid);
    }

    @Override
    public String toString() {
        return accountId + "/" + pseudonym();
    }
}
