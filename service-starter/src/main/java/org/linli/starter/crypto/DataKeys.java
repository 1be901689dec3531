package org.linli.starter.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;

/** The keys that values are encrypted with: made here, stored wrapped, unwrapped in bounded memory only. */
class DataKeys {
    static final String COLLECTION = "data_keys";

    /** @param version counts the re-wrappings */
    record Stored(
            @Id String id,
            Algorithm algorithm,
            String wrappingKeyId,
            byte[] wrapped,
            Instant createdAt,
            long version) {}

    record Key(String id, Algorithm algorithm, SecretKeySpec secret) {}

    private record Active(Key key, Instant until, AtomicLong usesLeft) {
        boolean take(Instant now) {
            return now.isBefore(until) && usesLeft.getAndDecrement() > 0;
        }
    }

    private final MongoOperations mongo;
    private final KeyWrapping wrapping;
    private final CryptoSettings settings;
    private final Clock clock;
    private final Cache<String, Key> unwrapped = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private volatile @Nullable Active active;

    DataKeys(MongoOperations mongo, KeyWrapping wrapping, CryptoSettings settings, Clock clock) {
        this.mongo = mongo;
        this.wrapping = wrapping;
        this.settings = settings;
        this.clock = clock;
    }

    /** The key for one more value; counts the use. */
    Key forEncrypting() {
        Instant now = clock.instant();
        Active known = active;
        return known != null && known.take(now) ? known.key : renewed(now);
    }

    private synchronized Key renewed(Instant now) {
        Active known = active;
        if (known != null && known.take(now)) {
            return known.key;
        }
        Active fresh = new Active(
                create(now), now.plus(settings.dataKeyLifetime()), new AtomicLong(settings.dataKeyUses() - 1));
        active = fresh;
        return fresh.key;
    }

    /** Stored before it is used: a value whose key was lost with the process could never be read again. */
    private Key create(Instant now) {
        Algorithm algorithm = settings.algorithm();
        byte[] secret = algorithm.newKey();
        String wrappingKeyId = wrapping.currentKeyId();
        Stored stored = new Stored(Ids.next(), algorithm, wrappingKeyId, wrapping.wrap(wrappingKeyId, secret), now, 0);
        mongo.insert(stored, COLLECTION);
        Key key = new Key(stored.id, algorithm, algorithm.key(secret));
        unwrapped.put(key.id, key);
        return key;
    }

    /** @throws UnknownKeyException when there is no such data key */
    Key forDecrypting(String id) {
        return unwrapped.get(id, this::load);
    }

    private Key load(String id) {
        Stored stored = mongo.findById(id, Stored.class, COLLECTION);
        if (stored == null) {
            throw new UnknownKeyException("data key", id);
        }
        byte[] secret = wrapping.unwrap(stored.wrappingKeyId, stored.wrapped);
        return new Key(id, stored.algorithm, stored.algorithm.key(secret));
    }
}
