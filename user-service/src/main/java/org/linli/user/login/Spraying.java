package org.linli.user.login;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Notices one password being tried on many names: more names failing within a minute than a bank's staff mistype. Then,
 * and for ten minutes after, waiting begins with a name's first failure instead of its fifth. Nobody who types it right
 * at once notices, no address is shut out, and a guesser gets one try a name instead of five. Kept in this process only:
 * each replica sees its share, and forgets at a restart.
 */
class Spraying {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration ALARM = Duration.ofMinutes(10);

    private final int most;
    private final Set<String> failedNames = new HashSet<>();
    private Instant windowFrom = Instant.EPOCH;
    private Instant alarmUntil = Instant.EPOCH;

    Spraying(int most) {
        this.most = most;
    }

    synchronized void failed(String name, Instant now) {
        // A clock that was set back would else keep names together that failed hours apart.
        if (now.isBefore(windowFrom) || !now.isBefore(windowFrom.plus(WINDOW))) {
            failedNames.clear();
            windowFrom = now;
        }
        if (failedNames.size() <= most) {
            failedNames.add(name);
        }
        if (failedNames.size() > most) {
            alarmUntil = now.plus(ALARM);
        }
    }

    synchronized boolean isUnderWay(Instant now) {
        return now.isBefore(alarmUntil);
    }
}
