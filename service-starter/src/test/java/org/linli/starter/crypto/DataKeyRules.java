package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Rule P-4: data keys are replaced in time, and are on disk before anything is encrypted with them. */
class DataKeyRules {
    private final MongoTemplate store = Keys.emptyStore();
    private final Later clock = new Later();

    private Keys.Sealing cipher(long uses) {
        return Keys.cipher(store, Keys.aes("k1"), Keys.settings(Algorithm.A256GCM, uses), clock);
    }

    private static String keyOf(String stored) {
        return stored.split(":")[2];
    }

    @Test
    void a_key_is_replaced_when_its_time_is_over_and_old_values_stay_readable() {
        Keys.Sealing cipher = cipher(1_000);
        String first = cipher.encrypt("a");
        clock.now = clock.now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(keyOf(cipher.encrypt("b"))).isEqualTo(keyOf(first));
        clock.now = clock.now.plusSeconds(1);
        assertThat(keyOf(cipher.encrypt("c"))).isNotEqualTo(keyOf(first));
        assertThat(cipher.decrypt(first)).isEqualTo("a");
    }

    @Test
    void a_key_is_replaced_when_it_is_used_up_also_by_many_at_once() {
        Keys.Sealing cipher = cipher(100);
        var uses = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> keyOf(cipher.encrypt("x" + i)))
                .collect(Collectors.groupingByConcurrent(id -> id, Collectors.counting()));
        assertThat(uses.values()).hasSize(10).allMatch(count -> count == 100);
    }

    @Test
    void a_stored_key_is_wrapped_and_says_by_what() {
        String id = keyOf(cipher(10).encrypt("x"));
        Document stored = store.findById(id, Document.class, DataKeys.COLLECTION);
        assertThat(stored)
                .containsEntry("algorithm", "A256GCM")
                .containsEntry("wrappingKeyId", "k1")
                .containsEntry("version", 0L)
                .containsKeys("wrapped", "createdAt");
        assertThat(stored.get("wrapped", org.bson.types.Binary.class).getData()).hasSize(12 + 32 + 16);
    }

    @Test
    void each_process_has_a_key_of_its_own() {
        Set<String> ids = Set.copyOf(
                List.of(keyOf(cipher(10).encrypt("x")), keyOf(cipher(10).encrypt("y"))));
        assertThat(ids).hasSize(2);
    }

    @Test
    void nothing_is_encrypted_with_a_key_that_could_not_be_stored() {
        MongoTemplate full = new MongoTemplate(store.getMongoDatabaseFactory()) {
            @Override
            public <T> T insert(T object, String collection) {
                throw new IllegalStateException("disk full");
            }
        };
        Keys.Sealing cipher = Keys.cipher(full, Keys.aes("k1"), Keys.settings(Algorithm.A256GCM, 10));
        assertThatThrownBy(() -> cipher.encrypt("x")).hasMessage("disk full");
        assertThatThrownBy(() -> cipher.encrypt("x")).hasMessage("disk full");
    }
}
