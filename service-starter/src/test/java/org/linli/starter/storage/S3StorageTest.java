package org.linli.starter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;

/** Against a store that checks every signature, over real HTTP. */
class S3StorageTest extends StorageContract {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final S3Sandbox sandbox = new S3Sandbox();
    private S3Storage storage;

    @BeforeEach
    void connect() {
        storage = connected(sandbox.endpoint(), S3Sandbox.BUCKET, S3Sandbox.SECRET_KEY);
    }

    @AfterEach
    void close() {
        storage.close();
        sandbox.close();
    }

    @Override
    ObjectStorage storage() {
        return storage;
    }

    @Test
    void a_wrong_secret_is_refused_by_the_store_and_nothing_is_written() {
        try (S3Storage wrong = connected(sandbox.endpoint(), S3Sandbox.BUCKET, "another-secret")) {
            unavailable(() -> wrong.put(Ids.next(), new byte[1]));
            unavailable(() -> wrong.get(Ids.next()));
            assertThat(sandbox.objects()).isEmpty();
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_no_missing_picture() {
        try (S3Storage wrong = connected(sandbox.endpoint(), "elsewhere", S3Sandbox.SECRET_KEY)) {
            unavailable(() -> wrong.get(Ids.next()));
        }
    }

    @Test
    void a_store_that_is_down_is_a_dependency_that_is_away() {
        sandbox.close();
        unavailable(() -> storage.put(Ids.next(), new byte[1]));
        unavailable(() -> storage.get(Ids.next()));
        unavailable(() -> storage.delete(Ids.next()));
    }

    @Test
    void a_store_that_does_not_answer_is_not_waited_for_for_ever() {
        sandbox.fallSilent();
        Instant before = Instant.now();
        unavailable(() -> storage.get(Ids.next()));
        assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE.multipliedBy(6));
        assertThat(sandbox.requests()).isEqualTo(2);
    }

    @Test
    void a_store_that_asks_to_slow_down_is_asked_once_more() {
        sandbox.overload(1);
        String key = Ids.next();
        storage.put(key, new byte[] {5});
        assertThat(storage.get(key)).hasValue(new byte[] {5});
        sandbox.overload(10);
        unavailable(() -> storage.get(key));
    }

    @Test
    void it_does_not_start_without_a_bucket_and_keys() {
        assertThatThrownBy(() -> connected(sandbox.endpoint(), " ", S3Sandbox.SECRET_KEY))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connected(sandbox.endpoint(), S3Sandbox.BUCKET, ""))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(DependencyUnavailableException.class);
    }

    private static S3Storage connected(String endpoint, String bucket, String secret) {
        return new S3Storage(new S3Settings(
                endpoint,
                "us-east-1",
                bucket,
                S3Sandbox.ACCESS_KEY,
                secret,
                "things/",
                "image/jpeg",
                true,
                PATIENCE,
                PATIENCE,
                2));
    }
}
