package org.linli.loan.contract.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a call comes from the signing platform: HMAC-SHA256 with the shared secret over the time, a dot and the body,
 * as hexadecimal digits. Compared in constant time; an old call is no call.
 */
@Component
public class CallbackSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LONGEST_AGO = Duration.ofMinutes(5);
    private static final int MOST_DIGITS = 12;

    private final byte[] secret;

    CallbackSignature(SigningSettings settings) {
        this.secret = settings.callbackSecret().getBytes(StandardCharsets.UTF_8);
    }

    /** @param timestamp seconds since 1970, as the platform sent them */
    public boolean matches(@Nullable String timestamp, @Nullable String given, byte[] body, Instant now) {
        if (secret.length == 0 || timestamp == null || given == null || !isRecent(timestamp, now)) {
            return false;
        }
        byte[] expected = HexFormat.of().formatHex(mac(timestamp, body)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isRecent(String timestamp, Instant now) {
        boolean number = !timestamp.isEmpty()
                && timestamp.length() <= MOST_DIGITS
                && timestamp.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!number) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return apart.abs().compareTo(LONGEST_AGO) <= 0;
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
