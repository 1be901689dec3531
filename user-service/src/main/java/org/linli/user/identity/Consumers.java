package org.linli.user.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Recognises consumers: by the openid, else by the unionid, else as someone new. Every step is one document and may
 * be repeated, so that first logins through several accounts at once, or after a crash in between, end with one user.
 */
@Component
class Consumers {
    private static final String KIND = "consumer";
    private static final int ATTEMPTS = 8;

    private final UserStore store;
    private final IdentityKeys keys;
    private final Merging merging;
    private final PersonFields fields;
    private final Clock clock;

    Consumers(UserStore store, IdentityKeys keys, Merging merging, PersonFields fields, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.merging = merging;
        this.fields = fields;
        this.clock = clock;
    }

    User logIn(WechatPerson person) {
        String openKey = keys.ofOpenid(person.accountId(), person.openid());
        String unionid = person.unionid();
        String unionKey = unionid == null ? null : keys.ofUnionid(unionid);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, String> known = keys.usersOf(unionKey == null ? List.of(openKey) : List.of(openKey, unionKey));
            String owner = known.get(openKey);
            User user = settled(owner == null ? newOwner(openKey, unionKey, person) : owner, person, openKey);
            if (user != null
                    && unionid != null
                    && unionKey != null
                    && !user.id().equals(known.get(unionKey))) {
                user = united(user, unionKey, unionid, person);
            }
            if (user != null) {
                return user;
            }
        }
        throw new IllegalStateException("a person that is forgotten again and again while logging in");
    }

    /** Someone new claims the unionid first, so that another account's first login finds them. */
    private String newOwner(String openKey, @Nullable String unionKey, WechatPerson person) {
        String candidate = store.living(KIND, openKey);
        String unionid = person.unionid();
        if (unionKey != null && unionid != null && store.find(candidate).isEmpty()) {
            candidate = keys.claim(unionKey, candidate, null, unionid);
        }
        return keys.claim(openKey, candidate, person.accountId(), person.openid());
    }

    /** Attaches the unionid; when another user has it, the two are one person. */
    private @Nullable User united(User user, String unionKey, String unionid, WechatPerson person) {
        String owner = keys.claim(unionKey, user.id(), null, unionid);
        if (owner.equals(user.id())) {
            return user;
        }
        User other = settled(owner, person, unionKey);
        return other == null || other.id().equals(user.id()) ? other : merging.merge(user, other);
    }

    /** The user as they are now, created or merged to the end if need be; null when they were forgotten meanwhile. */
    private @Nullable User settled(String userId, WechatPerson person, String key) {
        User user = store.find(userId).orElse(null);
        if (user == null) {
            user = first(userId, person);
        }
        if (user.mergedInto() != null) {
            user = merging.finish(user);
        }
        if (user.isErased()) {
            keys.release(key, userId);
            return null;
        }
        return user;
    }

    private User first(String id, WechatPerson person) {
        User fresh = User.consumer(id, person.accountId(), fields.person().encrypt(id, person.openid()));
        fresh.logIn(clock.instant());
        try {
            return store.insert(fresh);
        } catch (DuplicateKeyException anotherFirstLogin) {
            return store.find(id).orElseThrow();
        }
    }
}
