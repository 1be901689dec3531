package org.linli.starter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;

/** A store that fails is left alone, and taken up again when it is well. */
class GuardedStorageTest extends StorageContract {
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final S3Sandbox sandbox = new S3Sandbox();
    private final GuardedStorage storage = new GuardedStorage(
            new S3Storage(new S3Settings(
                    sandbox.endpoint(),
                    "us-east-1",
                    S3Sandbox.BUCKET,
                    S3Sandbox.ACCESS_KEY,
                    S3Sandbox.SECRET_KEY,
                    "things/",
                    "image/jpeg",
                    true,
                    PATIENCE,
                    PATIENCE,
                    1)),
            new StorageSettings(StorageSettings.Kind.S3, Path.of("unused"), "", 4, Duration.ofMillis(300)));

    @Override
    ObjectStorage storage() {
        return storage;
    }

    @AfterEach
    void close() {
        storage.close();
        sandbox.close();
    }

    @Test
    void after_many_failures_the_store_is_left_alone_until_it_recovers() {
        String key = Ids.next();
        storage.put(key, new byte[] {5});
        sandbox.overload(1_000);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> storage.get(key)).isInstanceOf(DependencyUnavailableException.class);
        }
        int asked = sandbox.requests();
        assertThatThrownBy(() -> storage.get(key)).isInstanceOf(DependencyUnavailableException.class);
        assertThat(sandbox.requests()).as("nobody was asked").isEqualTo(asked);
        sandbox.overload(0);
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(storage.get(key)).hasValue(new byte[] {5}));
    }

    @Test
    void what_is_not_there_is_no_failure() {
        for (int i = 0; i < 10; i++) {
            assertThat(storage.get(Ids.next())).isEmpty();
        }
        storage.put(Ids.next(), new byte[] {1});
    }
}
