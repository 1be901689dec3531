package org.linli.starter.storage;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.starter.web.DependencyUnavailableException;

/** A storage that is left alone for a while after it failed too often, so that nobody waits for what will not come. */
class GuardedStorage implements ObjectStorage, AutoCloseable {
    private static final String NAME = "object-store";

    private final S3Storage storage;
    private final CircuitBreaker breaker;

    GuardedStorage(S3Storage storage, StorageSettings settings) {
        this.storage = storage;
        this.breaker = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.breakerWindow())
                        .minimumNumberOfCalls(Math.max(2, settings.breakerWindow() / 2))
                        .waitDurationInOpenState(settings.breakerOpenFor())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    @Override
    public void put(String key, byte[] content) {
        guarded(() -> {
            storage.put(key, content);
            return key;
        });
    }

    @Override
    public Optional<byte[]> get(String key) {
        return guarded(() -> storage.get(key));
    }

    @Override
    public void delete(String key) {
        guarded(() -> {
            storage.delete(key);
            return key;
        });
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
