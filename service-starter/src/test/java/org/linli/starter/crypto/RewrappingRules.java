package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Rule P-4: a new wrapping key takes over from the old one without a value being touched or lost. */
class RewrappingRules {
    private static final int VALUES = 230;

    private final MongoTemplate store = Keys.emptyStore();
    private final KeyWrapping rotated = Keys.aes("k2", "k1");
    private final CountDownLatch end = new CountDownLatch(1);
    private final Later clock = new Later();

    /** A data key for each value: more than two pages of them. */
    private List<String> values(int count) {
        Keys.Sealing cipher = Keys.cipher(store, Keys.aes("k1"), Keys.settings(Algorithm.A256GCM, 1));
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(cipher.encrypt("value " + i));
        }
        return values;
    }

    private void readableWithout_k1(List<String> values) {
        Keys.Sealing cipher = Keys.cipher(store, Keys.aes("k2"), Keys.settings(Algorithm.A256GCM, 1));
        for (int i = 0; i < values.size(); i++) {
            assertThat(cipher.decrypt(values.get(i))).isEqualTo("value " + i);
        }
    }

    private Rewrapping rewrapping(KeyWrapping wrapping) {
        FieldCipher cipher = Keys.cipher(store, wrapping, Keys.settings(Algorithm.A256GCM, 1))
                .cipher();
        return new Rewrapping(store, wrapping, cipher, clock);
    }

    private static void ended(Rewrapping... runs) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        List.of(runs).stream().noneMatch(run -> run.progress().running()));
    }

    private long wrappedBy(String keyId) {
        return store.count(Query.query(Criteria.where("wrappingKeyId").is(keyId)), DataKeys.COLLECTION);
    }

    /** Does {@code last} after having unwrapped a number of keys. */
    private KeyWrapping after(int keys, Runnable last) {
        AtomicInteger left = new AtomicInteger(keys);
        return new KeyWrapping() {
            @Override
            public String currentKeyId() {
                return rotated.currentKeyId();
            }

            @Override
            public byte[] wrap(String keyId, byte[] key) {
                return rotated.wrap(keyId, key);
            }

            @Override
            public byte[] unwrap(String keyId, byte[] wrapped) {
                if (left.getAndDecrement() == 0) {
                    last.run();
                }
                return rotated.unwrap(keyId, wrapped);
            }
        };
    }

    private void forGood() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void afterwards_the_old_key_is_not_needed_any_more() {
        List<String> values = values(VALUES);
        Rewrapping rewrapping = rewrapping(rotated);
        assertThat(rewrapping.start()).isTrue();
        ended(rewrapping);
        assertThat(rewrapping.progress()).isEqualTo(new Rewrapping.Progress(VALUES, VALUES, 0, false));
        assertThat(wrappedBy("k2")).isEqualTo(VALUES);
        readableWithout_k1(values);
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        values(3);
        Rewrapping rewrapping = rewrapping(rotated);
        rewrapping.start();
        ended(rewrapping);
        rewrapping.start();
        ended(rewrapping);
        assertThat(rewrapping.progress()).isEqualTo(new Rewrapping.Progress(0, 0, 0, false));
        assertThat(store.findAll(DataKeys.Stored.class, DataKeys.COLLECTION)).allMatch(key -> key.version() == 1);
    }

    @Test
    void another_process_finishes_what_a_dead_one_began() {
        List<String> values = values(VALUES);
        Rewrapping dying = rewrapping(after(120, this::forGood));
        dying.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> dying.progress().done() == 120);
        assertThat(dying.progress()).isEqualTo(new Rewrapping.Progress(VALUES, 120, 0, true));
        assertThat(dying.start()).as("one at a time").isFalse();

        Rewrapping next = rewrapping(rotated);
        assertThat(next.progress()).as("seen on every replica").isEqualTo(dying.progress());
        assertThat(next.start()).as("it may be alive").isFalse();
        clock.now = clock.now.plus(RewrappingRuns.SILENT_AT_MOST).plusSeconds(1);
        assertThat(next.progress()).as("silent for too long").isEqualTo(new Rewrapping.Progress(VALUES, 120, 0, false));
        assertThat(next.start()).isTrue();
        ended(next);
        assertThat(next.progress()).isEqualTo(new Rewrapping.Progress(VALUES - 120, VALUES - 120, 0, false));
        readableWithout_k1(values);
        end.countDown();
        readableWithout_k1(values);
    }

    @Test
    void it_is_stopped_from_any_replica_and_started_again() {
        List<String> values = values(VALUES);
        Rewrapping one = rewrapping(after(60, this::forGood));
        one.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> one.progress().done() == 60);
        Rewrapping other = rewrapping(rotated);
        other.stop();
        end.countDown();
        ended(one);
        assertThat(one.progress())
                .as("the piece in hand was finished")
                .isEqualTo(new Rewrapping.Progress(VALUES, 61, 0, false));
        assertThat(wrappedBy("k1")).isEqualTo(VALUES - 61);
        assertThat(other.start()).isTrue();
        ended(other);
        assertThat(other.progress()).isEqualTo(new Rewrapping.Progress(VALUES - 61, VALUES - 61, 0, false));
        readableWithout_k1(values);
    }

    /** As when one was taken for dead and was not: correctness rests on each write, not on there being one run. */
    @Test
    void two_runs_at_once_do_each_key_once() {
        List<String> values = values(VALUES);
        StaleKeys one = new StaleKeys(store, rotated, "k2");
        StaleKeys other = new StaleKeys(store, Keys.aes("k2", "k1"), "k2");
        List.of(one, other).parallelStream().forEach(keys -> keys.run(done -> done));
        assertThat(store.findAll(DataKeys.Stored.class, DataKeys.COLLECTION))
                .as("each key re-wrapped once, by one of them")
                .hasSize(VALUES)
                .allMatch(key -> key.version() == 1 && key.wrappingKeyId().equals("k2"));
        readableWithout_k1(values);
    }

    @Test
    void a_key_that_cannot_be_unwrapped_is_counted_and_stops_no_other() {
        values(3);
        Keys.cipher(store, Keys.aes("lost"), Keys.settings(Algorithm.A256GCM, 1))
                .encrypt("x");
        values(3);
        Rewrapping rewrapping = rewrapping(rotated);
        rewrapping.start();
        ended(rewrapping);
        assertThat(rewrapping.progress()).isEqualTo(new Rewrapping.Progress(7, 6, 1, false));
    }

    @Test
    void a_service_that_goes_away_stops_the_run_which_can_be_started_again() {
        values(5);
        Rewrapping rewrapping = rewrapping(after(2, () -> {
            throw new DependencyUnavailableException("kms", null);
        }));
        rewrapping.start();
        ended(rewrapping);
        assertThat(rewrapping.progress()).isEqualTo(new Rewrapping.Progress(5, 2, 0, false));
        rewrapping.start();
        ended(rewrapping);
        assertThat(rewrapping.progress()).isEqualTo(new Rewrapping.Progress(3, 3, 0, false));
    }

    @Test
    void without_a_current_key_nothing_starts() {
        KeyWrapping away = new KmsClient("http://127.0.0.1:9", "token");
        Rewrapping rewrapping = rewrapping(away);
        assertThatThrownBy(rewrapping::start).isInstanceOf(DependencyUnavailableException.class);
        assertThat(rewrapping.progress().running()).isFalse();
    }
}
