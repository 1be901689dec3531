package org.linli.user.binding;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/** A customer of the bank as far as people here are concerned: who is bound to it, and whether it is blocked (W-8). */
class CustomerFile extends AggregateRoot {
    static final int MOST_USERS = 10;

    private List<String> users;
    private @Nullable String blockedBecause;
    private @Nullable String staleTokens;

    CustomerFile(String id, List<String> users, @Nullable String blockedBecause) {
        super(id);
        this.users = users;
        this.blockedBecause = blockedBecause;
    }

    /** @return false when there are too many already */
    boolean add(String userId) {
        if (users.contains(userId)) {
            return true;
        }
        if (users.size() >= MOST_USERS) {
            return false;
        }
        users = Stream.concat(users.stream(), Stream.of(userId)).toList();
        return true;
    }

    boolean remove(String userId) {
        boolean was = users.contains(userId);
        users = users.stream().filter(user -> !user.equals(userId)).toList();
        return was;
    }

    /** @param reason null to lift it */
    void block(@Nullable String reason) {
        blockedBecause = reason;
        staleTokens = reason == null ? null : Ids.next();
    }

    /** That the tokens of everybody bound to it are still to be called back, and since which change; null = none are. */
    @Nullable String staleTokens() {
        return staleTokens;
    }

    /** @return false when another change has come since, which is for whoever made it */
    boolean tokensCalledBack(String mark) {
        boolean latest = mark.equals(staleTokens);
        staleTokens = latest ? null : staleTokens;
        return latest;
    }

    List<String> users() {
        return users;
    }

    boolean isBlocked() {
        return blockedBecause != null;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("bank-customer", "/hq/")
                .with("users", users)
                .with("blocked", isBlocked() ? true : null)
                .because(blockedBecause);
    }
}
