package org.linli.starter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;

/** What every storage does. */
abstract class StorageContract {
    private final byte[] content = {1, 2, 3};

    abstract ObjectStorage storage();

    @Test
    void what_was_put_is_got_until_it_is_deleted() {
        String key = Ids.next();
        assertThat(storage().get(key)).isEmpty();
        storage().put(key, content);
        assertThat(storage().get(key)).hasValue(content);
        storage().delete(key);
        assertThat(storage().get(key)).isEmpty();
    }

    @Test
    void putting_again_replaces_and_deleting_again_is_fine() {
        String key = Ids.next();
        storage().put(key, content);
        storage().put(key, new byte[] {9});
        assertThat(storage().get(key)).hasValue(new byte[] {9});
        storage().delete(key);
        storage().delete(key);
        assertThat(storage().get(key)).isEmpty();
    }

    @Test
    void a_large_one_comes_back_whole() {
        byte[] large = new byte[2_000_000];
        new Random(7).nextBytes(large);
        String key = Ids.next();
        storage().put(key, large);
        assertThat(storage().get(key)).hasValue(large);
    }
}
