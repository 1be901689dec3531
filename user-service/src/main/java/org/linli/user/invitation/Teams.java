package org.linli.user.invitation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.Membership;
import org.linli.user.identity.MerchantRole;
import org.linli.user.identity.PersonTokens;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.springframework.stereotype.Component;

/** Who works for a merchant; never nobody who owns it. */
@Component
public class Teams {
    private final TeamStore store;
    private final Users users;
    private final PersonTokens tokens;
    private final Clock clock;

    Teams(TeamStore store, Users users, PersonTokens tokens, Clock clock) {
        this.store = store;
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    List<User> members(String merchantId) {
        return users.with(Users.Lookup.MERCHANT, merchantId);
    }

    /**
     * Takes someone out of a merchant's team; what they hold of tokens is void at once. Someone who is not in it is as
     * good as out.
     *
     * @return false when nobody would own the merchant any more
     */
    public boolean leave(String merchantId, String userId) {
        if (!store.change(merchantId, team -> team.beginRemoval(clock.instant()))) {
            throw ProblemException.conflict("removal-under-way");
        }
        try {
            if (isLastOwner(merchantId, userId)) {
                return false;
            }
            users.change(userId, user -> user.leave(merchantId));
            tokens.callBack(userId);
            return true;
        } finally {
            store.change(merchantId, team -> {
                team.endRemoval();
                return team;
            });
        }
    }

    private boolean isLastOwner(String merchantId, String userId) {
        List<String> owners = members(merchantId).stream()
                .filter(user -> user.isMember(merchantId, MerchantRole.OWNER))
                .map(User::id)
                .toList();
        return owners.equals(List.of(userId));
    }

    /** The merchant for which the next renewed token works; empty when the person is not one of its people. */
    Optional<Membership> switchTo(String userId, String merchantId) {
        return users.change(userId, user -> user.switchTo(merchantId));
    }
}
