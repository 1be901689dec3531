package org.linli.merchant.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * How fast one person claims: refused is only what is above the limit within one second, and what is refused does not
 * count. Each replica counts what it sees, so several let more through, never less. An address is no signal at all.
 */
@Component
public class ClaimPace {
    private static final long SECOND = 1_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_PEOPLE = 100_000;

    private final AbuseSettings settings;
    private final Clock clock;
    private final Cache<String, Recent> people = Caffeine.newBuilder()
            .expireAfterAccess(REMEMBERED)
            .maximumSize(MOST_PEOPLE)
            .build();

    ClaimPace(AbuseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this claim is more than the person may make within a second; if not, it counts. */
    public boolean isTooFast(String consumerId) {
        Recent recent = people.get(consumerId, person -> new Recent(settings.claimsPerSecond()));
        return !recent.take(clock.millis());
    }

    /** The last claims of one person, the oldest of which is overwritten next. */
    private static final class Recent {
        private final long[] times;
        private int next;

        private Recent(int most) {
            times = new long[most];
            Arrays.fill(times, Long.MIN_VALUE / 2);
        }

        private synchronized boolean take(long now) {
            if (now - times[next] < SECOND) {
                return false;
            }
            times[next] = now;
            next = (next + 1) % times.length;
            return true;
        }
    }
}
