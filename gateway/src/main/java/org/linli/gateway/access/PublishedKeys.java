package org.linli.gateway.access;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys tokens are signed with. Known keys answer at once and are looked at again in the background; an unknown key id
 * fetches, but never more than once a second, so that made-up ids cannot hammer user-service. While user-service is away,
 * known keys keep working for a while; a key nobody knows is then "try later", not "wrong".
 */
final class PublishedKeys implements Function<SignedJWT, Flux<JWK>> {
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);

    private final Mono<String> fetch;
    private final long freshNanos;
    private final long usableNanos;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable Mono<Known>> underWay = new AtomicReference<>();

    private record Known(JWKSet keys, long fetchedAt) {}

    PublishedKeys(Mono<String> fetch, Duration freshFor, Duration usableFor, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.freshNanos = freshFor.toNanos();
        this.usableNanos = usableFor.toNanos();
        this.nanoTime = nanoTime;
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        Known now = known.get();
        if (now == null) {
            return refreshed().flatMapIterable(fetched -> selector.select(fetched.keys()));
        }
        long age = nanoTime.getAsLong() - now.fetchedAt();
        List<JWK> matching = selector.select(now.keys());
        if (!matching.isEmpty() && age < usableNanos) {
            if (age > freshNanos) {
                refreshed().subscribe(fetched -> {}, stillAway -> {});
            }
            return Flux.fromIterable(matching);
        }
        if (matching.isEmpty() && age < BETWEEN_FETCHES.toNanos()) {
            return Flux.empty();
        }
        return refreshed().flatMapIterable(fetched -> selector.select(fetched.keys()));
    }

    /** One fetch at a time, shared by everyone who waits for it. */
    private Mono<Known> refreshed() {
        Mono<Known> mine = Mono.defer(() -> fetch)
                .map(body -> new Known(parse(body), nanoTime.getAsLong()))
                .doOnNext(known::set)
                .onErrorMap(e -> new JwtException("keys are not available", e))
                .doFinally(end -> underWay.set(null))
                .cache();
        Mono<Known> other = underWay.compareAndExchange(null, mine);
        return other == null ? mine : other;
    }

    private static JWKSet parse(String body) {
        try {
            return JWKSet.parse(body);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a key set", e);
        }
    }
}
