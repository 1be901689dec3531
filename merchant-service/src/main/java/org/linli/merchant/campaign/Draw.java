package org.linli.merchant.campaign;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance that anybody can check afterwards (rule M-4). The number of a try is the first eight bytes of
 * HMAC-SHA256(seed, {@code campaign \n person \n try}), as an unsigned number, modulo {@link Prize#WHOLE}. What the
 * modulo prefers is less than one part in ten trillions. Pure functions.
 */
public final class Draw {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;
    private static final BigInteger WHOLE = BigInteger.valueOf(Prize.WHOLE);

    private Draw() {}

    /** From 0 to just below {@link Prize#WHOLE}. */
    public static int number(String seedHex, String campaignId, String consumerId, int number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(seedHex), ALGORITHM));
            byte[] all = mac.doFinal((campaignId + "\n" + consumerId + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(all, BYTES)).mod(WHOLE).intValueExact();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is published of a seed before it is: its SHA-256, hex. */
    public static String commitment(String seedHex) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(seedHex));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The prize whose part of the whole holds the number; the parts lie side by side in the order of the plan. */
    public static Optional<Prize> prizeAt(int number, List<Prize> prizes) {
        int end = 0;
        for (Prize prize : prizes) {
            Integer chance = prize.chance();
            if (chance != null) {
                end += chance;
                if (number < end) {
                    return Optional.of(prize);
                }
            }
        }
        return Optional.empty();
    }
}
