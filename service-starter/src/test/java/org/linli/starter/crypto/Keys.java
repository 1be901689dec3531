package org.linli.starter.crypto;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the tests of this package encrypt with, each on a database of its own. */
final class Keys {
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-01T04:00:00Z"), ZoneOffset.UTC);
    static final KeyText ELSEWHERE = new KeyText(false);

    private static final MongoClient CLIENT = MongoClients.create(LocalStack.mongoUri("crypto"));

    private Keys() {}

    static MongoTemplate emptyStore() {
        return new MongoTemplate(CLIENT, "crypto-" + Ids.next());
    }

    static String base64(int bytes, char filler) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filler).repeat(bytes).getBytes());
    }

    /** {@code k1:...}: 32 bytes each, of the id's last character. */
    static EnvironmentKeys aes(String... ids) {
        return environment(Algorithm.A256GCM, ids);
    }

    static EnvironmentKeys environment(Algorithm algorithm, String... ids) {
        StringBuilder pairs = new StringBuilder();
        for (String id : ids) {
            pairs.append(pairs.isEmpty() ? "" : ",")
                    .append(id)
                    .append(':')
                    .append(base64(algorithm.keyBytes(), id.charAt(id.length() - 1)));
        }
        return new EnvironmentKeys(pairs.toString(), algorithm, ELSEWHERE);
    }

    static CryptoSettings settings(Algorithm algorithm, long uses) {
        return new CryptoSettings("", "", "", algorithm, Duration.ofHours(24), uses, true, "");
    }

    /** One field of one owner: enough where places do not matter. */
    record Sealing(FieldCipher cipher) {
        String encrypt(String text) {
            return cipher.field("people", "phone").encrypt("p1", text);
        }

        String decrypt(String stored) {
            return cipher.field("people", "phone").decrypt("p1", stored);
        }
    }

    static Sealing cipher(MongoTemplate store, Algorithm algorithm) {
        return cipher(store, environment(algorithm, "k1"), settings(algorithm, 1_000_000));
    }

    static Sealing cipher(MongoTemplate store, KeyWrapping wrapping, CryptoSettings settings) {
        return cipher(store, wrapping, settings, NOW);
    }

    static Sealing cipher(MongoTemplate store, KeyWrapping wrapping, CryptoSettings settings, Clock clock) {
        return new Sealing(new FieldCipher(new DataKeys(store, wrapping, settings, clock), settings.unboundReadable()));
    }

    /** A value as it was written before values were bound to their place. */
    static String unbound(MongoTemplate store, KeyWrapping wrapping, String text) {
        DataKeys.Key key = new DataKeys(store, wrapping, settings(Algorithm.A256GCM, 10), NOW).forEncrypting();
        String head = "e1:" + key.algorithm() + ":" + key.id() + ":";
        byte[] sealed = key.algorithm()
                .seal(key.secret(), head.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
        return head + Base64.getEncoder().encodeToString(sealed);
    }
}
