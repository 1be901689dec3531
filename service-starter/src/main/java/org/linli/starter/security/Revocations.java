package org.linli.starter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses tokens that were called back, within seconds: a copy of the recent revocations is kept here and renewed all
 * the time. While their source is away the last copy counts; nothing new can be revoked then either.
 */
public class Revocations implements OAuth2TokenValidator<Jwt>, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Revocations.class);
    private static final OAuth2TokenValidatorResult REVOKED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "revoked", null));

    /** Longer than any token lives. */
    private static final Duration REMEMBERED = Duration.ofMinutes(20);

    /** Marks of several makers are in order only roughly: look back as far as clocks may differ. */
    private static final int ROUNDS_WITH_OVERLAP = 2;

    private final RevocationSource source;
    private final Duration every;
    private final Cache<String, String> markByHolder =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private final String[] lastMarks = new String[ROUNDS_WITH_OVERLAP];
    private volatile @Nullable ScheduledExecutorService poller;
    private volatile boolean running;

    /** @param every pause between two looks; zero = never look, only {@link #add} counts */
    public Revocations(RevocationSource source, Duration every) {
        this.source = source;
        this.every = every;
        java.util.Arrays.fill(lastMarks, "");
    }

    /** Makes a revocation count here at once. */
    public void add(Revocation revocation) {
        markByHolder.asMap().merge(revocation.holder(), revocation.mark(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        String session = token.getClaimAsString("sid");
        boolean revoked = isVoid(token, Revocation.subject(String.valueOf(token.getSubject())))
                || session != null && isVoid(token, Revocation.session(session));
        return revoked ? REVOKED : OAuth2TokenValidatorResult.success();
    }

    private boolean isVoid(Jwt token, String holder) {
        String mark = markByHolder.getIfPresent(holder);
        String id = token.getId();
        return mark != null && (id == null || id.compareTo(mark) < 0);
    }

    /** One look at the source; never fails. */
    void renew() {
        try {
            List<Revocation> fresh = source.after(lastMarks[0]);
            fresh.forEach(this::add);
            System.arraycopy(lastMarks, 1, lastMarks, 0, ROUNDS_WITH_OVERLAP - 1);
            if (!fresh.isEmpty()) {
                lastMarks[ROUNDS_WITH_OVERLAP - 1] = fresh.get(fresh.size() - 1).mark();
            }
        } catch (RuntimeException e) {
            log.debug("revocations could not be renewed: {}", e.getClass().getName());
        }
    }

    @Override
    public void start() {
        running = true;
        if (!every.isZero()) {
            ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "revocations");
                thread.setDaemon(true);
                return thread;
            });
            looking.scheduleWithFixedDelay(this::renew, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            poller = looking;
        }
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService looking = poller;
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
