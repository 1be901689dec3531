package org.linli.user.phonecode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * The code that was sent to a phone: at most one is good, for five minutes and five tries; another is sent after a
 * minute at the earliest, and ten a day at most. One document per phone, saved before its outcome is told, so that
 * guessing in parallel gains nothing.
 */
class PhoneCode {
    static final Duration VALID = Duration.ofMinutes(5);
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final int TRIES = 5;
    static final int PER_DAY = 10;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Id
    private final String key;

    @Version
    private @Nullable Long version;

    private @Nullable String codeHash;
    private int triesLeft;
    private @Nullable Instant sentAt;
    private @Nullable LocalDate day;
    private int sentToday;

    /** When nothing in here matters any more. */
    private @Nullable Instant forgetAt;

    /** @param key keyed hash of the phone */
    PhoneCode(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Asks for another code; when granted, the given one replaces whatever was good before. */
    CodeRequest request(String newCodeHash, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        if (!today.equals(day)) {
            day = today;
            sentToday = 0;
        }
        if (sentAt != null && now.isBefore(sentAt.plus(PAUSE))) {
            return new CodeRequest.TooSoon(Duration.between(now, sentAt.plus(PAUSE)));
        }
        Instant midnight = today.plusDays(1).atStartOfDay(ZONE).toInstant();
        if (sentToday >= PER_DAY) {
            return new CodeRequest.TooSoon(Duration.between(now, midnight));
        }
        sentToday++;
        sentAt = now;
        codeHash = newCodeHash;
        triesLeft = TRIES;
        forgetAt = midnight.plus(VALID);
        return new CodeRequest.Granted();
    }

    /** The message could not be handed over: the next request need not wait, but this one has counted. */
    void withdraw() {
        codeHash = null;
        sentAt = null;
    }

    /** A right code that could not be put to use works once more, unless another was sent meanwhile. */
    void giveBack(String usedHash) {
        if (codeHash == null && sentAt != null) {
            codeHash = usedHash;
            triesLeft++;
        }
    }

    /** Tries a code; a right one is used up by it, a wrong one costs a try. */
    boolean redeem(String triedHash, Instant now) {
        if (codeHash == null || sentAt == null || triesLeft == 0 || !now.isBefore(sentAt.plus(VALID))) {
            return false;
        }
        triesLeft--;
        boolean right = MessageDigest.isEqual(
                codeHash.getBytes(StandardCharsets.US_ASCII), triedHash.getBytes(StandardCharsets.US_ASCII));
        if (right || triesLeft == 0) {
            codeHash = null;
        }
        return right;
    }
}
