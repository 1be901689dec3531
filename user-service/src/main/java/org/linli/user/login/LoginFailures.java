package org.linli.user.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.user.organisation.StaffMember;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords. For members of staff in the store; for names that nobody has in a bounded memory, so that
 * nobody can fill the store with made-up names. Those ask the store for as much, all for one entry, so that both look
 * the same from outside, the time included.
 */
@Component
class LoginFailures {
    private static final String COLLECTION = "login_failures";
    private static final String NOBODY = "nobody";

    private record Entry(@Id String staffId, int count, Instant lastAt) {}

    private final MongoOperations mongo;
    private final Cache<String, Lockout.Failures> madeUp = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    LoginFailures(MongoOperations mongo) {
        this.mongo = mongo;
    }

    Lockout.Failures of(@Nullable StaffMember member, String username) {
        Entry entry = mongo.findById(idOf(member), Entry.class, COLLECTION);
        if (member == null) {
            Lockout.Failures known = madeUp.getIfPresent(username);
            return known == null ? Lockout.Failures.NONE : known;
        }
        return entry == null ? Lockout.Failures.NONE : new Lockout.Failures(entry.count, entry.lastAt);
    }

    /** Counts one more; exact however many are counted at once. */
    void add(@Nullable StaffMember member, String username, Instant now) {
        if (member == null) {
            madeUp.asMap()
                    .merge(
                            username,
                            new Lockout.Failures(1, now),
                            (known, one) -> new Lockout.Failures(known.count() + 1, now));
        }
        Query entry = Query.query(Criteria.where("_id").is(idOf(member)));
        Update one = new Update().inc("count", member == null ? 0 : 1).set("lastAt", now);
        try {
            mongo.upsert(entry, one, COLLECTION);
        } catch (DuplicateKeyException anotherWasFirst) {
            mongo.upsert(entry, one, COLLECTION);
        }
    }

    void forget(@Nullable StaffMember member, String username) {
        if (member == null) {
            madeUp.invalidate(username);
        } else {
            mongo.remove(Query.query(Criteria.where("_id").is(member.id())), COLLECTION);
        }
    }

    private static String idOf(@Nullable StaffMember member) {
        return member == null ? NOBODY : member.id();
    }
}
