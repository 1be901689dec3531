package org.linli.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.StarterTestApplication;
import org.linli.starter.StarterTestApplication.Guest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Events lie in their aggregate's document until the broker has them; nothing sent comes back, nothing is lost. */
@SpringBootTest(
        classes = StarterTestApplication.class,
        properties = {
            "spring.config.import=classpath:linli-defaults.yml",
            "spring.application.name=starter-test",
            "linli.events.own-prefix=user"
        })
class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    AggregateStore<Guest> guests;

    @Autowired
    MongoOperations mongo;

    @Autowired
    OutboxRelay relay;

    @Autowired
    StarterTestApplication.Listener listener;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> LocalStack.mongoUri("starter_outbox"));
        registry.add("spring.kafka.bootstrap-servers", LocalStack::kafka);
    }

    @Test
    void every_event_arrives_once_and_in_order_and_leaves_the_document() {
        Guest guest = new Guest(Ids.next());
        guest.visit(NOON);
        guests.insert(guest);
        guests.change(guest.id(), found -> visitTwice(found));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sequencesOf(guest.id())).containsExactly(1L, 2L, 3L));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(guests.find(guest.id()).orElseThrow().outbox())
                                .isEmpty());
        assertThat(guests.find(guest.id()).orElseThrow().visits()).isEqualTo(3);
    }

    private static boolean visitTwice(Guest guest) {
        guest.visit(NOON);
        guest.visit(NOON);
        return true;
    }

    @Test
    void a_look_shows_every_change_whoever_made_it_and_is_read_once_per_version() {
        AggregateStore<Guest> otherReplica = new AggregateStore<>(mongo, relay, Guest.class, "guests");
        Guest guest = new Guest(Ids.next());
        assertThat(guests.look(guest.id())).isEmpty();
        guests.insert(guest);
        assertThat(guests.look(guest.id()).orElseThrow().visits()).isZero();
        otherReplica.change(guest.id(), OutboxTest::visitTwice);
        assertThat(guests.look(guest.id()).orElseThrow().visits()).isEqualTo(2);
        await().atMost(PATIENCE)
                .until(() -> guests.look(guest.id()).orElseThrow().outbox().isEmpty());
        assertThat(guests.look(guest.id()).orElseThrow())
                .isSameAs(guests.look(guest.id()).orElseThrow());
        mongo.remove(Query.query(Criteria.where("_id").is(guest.id())), "guests");
        assertThat(guests.look(guest.id())).isEmpty();
    }

    @Test
    void a_look_at_several_tells_each_as_it_is() {
        AggregateStore<Guest> otherReplica = new AggregateStore<>(mongo, relay, Guest.class, "guests");
        List<String> ids = List.of(Ids.next(), Ids.next(), Ids.next());
        ids.forEach(id -> guests.insert(new Guest(id)));
        assertThat(guests.lookAll(ids)).hasSize(3);
        otherReplica.change(ids.get(1), OutboxTest::visitTwice);
        mongo.remove(Query.query(Criteria.where("_id").is(ids.get(2))), "guests");
        Map<String, Guest> seen = guests.lookAll(ids);
        assertThat(seen).containsOnlyKeys(ids.get(0), ids.get(1));
        assertThat(seen.get(ids.get(0)).visits()).isZero();
        assertThat(seen.get(ids.get(1)).visits()).isEqualTo(2);
        assertThat(guests.lookAll(List.of())).isEmpty();
    }

    @Test
    void a_stale_save_fails_instead_of_bringing_sent_events_back() {
        Guest stale = new Guest(Ids.next());
        stale.visit(NOON);
        guests.insert(stale);
        await().atMost(PATIENCE)
                .until(() -> guests.find(stale.id()).orElseThrow().outbox().isEmpty());

        assertThat(stale.outbox()).hasSize(1);
        assertThatThrownBy(() -> guests.save(stale)).isInstanceOf(OptimisticLockingFailureException.class);
        // The broker has it before the listener does.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sequencesOf(stale.id())).containsExactly(1L));
    }

    @Test
    void a_record_that_cannot_be_processed_ends_in_the_dead_letter_topic_with_the_cause() {
        Guest guest = new Guest(Ids.next());
        listener.poison = guest.id();
        guest.visit(NOON);
        guests.insert(guest);

        ConsumerRecord<String, byte[]> dead = deadLetter(guest.id());

        assertThat(EventEnvelope.parse(dead.value()).subject()).isEqualTo(guest.id());
        assertThat(text(dead.headers().lastHeader("kafka_dlt-exception-cause-fqcn")))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(text(dead.headers().lastHeader("kafka_dlt-original-topic"))).isEqualTo("user.user.v1");
    }

    @Test
    void bytes_that_are_no_event_are_not_retried() {
        String key = Ids.next();
        kafka.send("user.user.v1", key, new byte[] {1, 2, 3});

        assertThat(deadLetter(key).value()).containsExactly(1, 2, 3);
    }

    private List<Long> sequencesOf(String id) {
        return listener.seen.stream()
                .filter(event -> event.subject().equals(id))
                .map(EventEnvelope::sequence)
                .toList();
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        try (Consumer<String, byte[]> consumer =
                consumers.createConsumer("dead-letters-" + key, null, null, new java.util.Properties() {
                    {
                        putAll(Map.of("auto.offset.reset", "earliest"));
                    }
                })) {
            consumer.subscribe(List.of("user.user.v1.dlt"));
            return await().atMost(PATIENCE).until(() -> next(consumer, key), found -> found != null);
        }
    }

    private static ConsumerRecord<String, byte[]> next(Consumer<String, byte[]> consumer, String key) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            if (key.equals(record.key())) {
                return record;
            }
        }
        return null;
    }

    private static String text(Header header) {
        return new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
