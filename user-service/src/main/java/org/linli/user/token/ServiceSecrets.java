package org.linli.user.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.linli.starter.Ids;
import org.linli.user.startup.LocalOnly;
import org.springframework.stereotype.Component;

/** The secrets by which the other services prove who they are. */
@Component
class ServiceSecrets {
    private static final int SHORTEST = 16;

    private final Map<String, byte[]> hashes;

    ServiceSecrets(TokenSettings settings, LocalOnly localOnly) {
        this.hashes = parse(localOnly.secret("SERVICE_SECRETS", settings.serviceSecrets()));
    }

    private static Map<String, byte[]> parse(String pairs) {
        Map<String, byte[]> hashes = new HashMap<>();
        for (String pair : pairs.split(",")) {
            int colon = pair.indexOf(':');
            String secret = pair.substring(colon + 1).strip();
            if (colon < 1 || secret.length() < SHORTEST) {
                throw new IllegalStateException(
                        "SERVICE_SECRETS (expected: service:secret,... with secrets of 16 characters or more)");
            }
            hashes.put(pair.substring(0, colon).strip(), hash(secret));
        }
        return hashes;
    }

    private static byte[] hash(String secret) {
        return Ids.hash(secret).getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes the same time however much of the secret is right, and for a service that does not exist. */
    boolean isRight(String service, String secret) {
        byte[] known = hashes.get(service);
        boolean same = MessageDigest.isEqual(known == null ? hash(service) : known, hash(secret));
        return known != null && same;
    }
}
