package org.linli.user.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.starter.crypto.SealedField;
import org.linli.user.privacy.PersonalData;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Which user an openid or unionid stands for: one document each, whose id is its keyed hash. */
@Component
class IdentityKeys {
    private static final String COLLECTION = "identities";

    private final MongoOperations mongo;
    private final PersonalData personalData;
    private final SealedField value;
    private final Clock clock;

    IdentityKeys(MongoOperations mongo, PersonalData personalData, Clock clock) {
        this.mongo = mongo;
        this.personalData = personalData;
        this.value = personalData.field(COLLECTION, "valueEncrypted");
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void index() {
        mongo.indexOps(COLLECTION).createIndex(new Index("userId", Sort.Direction.ASC).named("by_user"));
    }

    String ofOpenid(String accountId, String openid) {
        return personalData.index("openid", accountId, openid);
    }

    String ofUnionid(String unionid) {
        return personalData.index("unionid", unionid);
    }

    Optional<String> userOf(String key) {
        return Optional.ofNullable(mongo.findById(key, IdentityKey.class, COLLECTION))
                .map(IdentityKey::userId);
    }

    /** Whose those are that anybody has, in one look. */
    Map<String, String> usersOf(Collection<String> asked) {
        return mongo.find(Query.query(Criteria.where("_id").in(asked)), IdentityKey.class, COLLECTION).stream()
                .collect(Collectors.toMap(IdentityKey::key, IdentityKey::userId));
    }

    /** @return whose it is: the given user's unless someone was first */
    String claim(String key, String userId, @Nullable String accountId, String text) {
        String known = userOf(key).orElse(null);
        if (known != null) {
            return known;
        }
        try {
            mongo.insert(
                    new IdentityKey(key, userId, accountId, value.encrypt(key, text), clock.instant()), COLLECTION);
            return userId;
        } catch (DuplicateKeyException anotherWasFirst) {
            return userOf(key).orElse(userId);
        }
    }

    /** Frees it when it still stands for a user who is gone. */
    void release(String key, String userId) {
        mongo.remove(Query.query(Criteria.where("_id").is(key).and("userId").is(userId)), COLLECTION);
    }

    void repoint(String from, String to) {
        mongo.updateMulti(of(from), Update.update("userId", to), COLLECTION);
    }

    void forget(String userId) {
        mongo.remove(of(userId), COLLECTION);
    }

    /** The openid or unionid, as it is. */
    String valueOf(IdentityKey key) {
        return value.decrypt(key.key(), key.valueEncrypted());
    }

    List<IdentityKey> allOf(String userId) {
        return mongo.find(of(userId), IdentityKey.class, COLLECTION);
    }

    private static Query of(String userId) {
        return Query.query(Criteria.where("userId").is(userId));
    }
}
