package org.linli.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AuditCostBenchmark.Subject;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaOperations;

/** An event and the row of the trail beside it: both arrive, under ids of their own, before either is forgotten. */
class RowBesideEventTest {
    private record Sent(String topic, String key, EventEnvelope envelope) {}

    private final MongoClient client = MongoClients.create(LocalStack.mongoUri("row-beside-event"));
    private final MongoTemplate mongo = new MongoTemplate(client, "row-beside-event-" + Ids.next());
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Predicate<Sent> refused = any -> false;

    private OutboxRelay relay;
    private AggregateStore<Subject> subjects;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void aBrokerThatRefusesAtWill() {
        KafkaOperations<String, byte[]> kafka = mock(KafkaOperations.class);
        when(kafka.send(any(String.class), any(String.class), any(byte[].class)))
                .thenAnswer(call -> {
                    String topic = call.getArgument(0);
                    Sent one = new Sent(topic, call.getArgument(1), EventEnvelope.parse(call.getArgument(2)));
                    if (refused.test(one) && refusals.getAndDecrement() > 0) {
                        return CompletableFuture.failedFuture(new IllegalStateException("not now"));
                    }
                    sent.add(one);
                    return CompletableFuture.completedFuture(null);
                });
        OutboxSettings settings = new OutboxSettings(
                1,
                200,
                1_000,
                Duration.ofMillis(20),
                Duration.ofSeconds(5),
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                Duration.ZERO);
        relay = new OutboxRelay(mongo, new EventSender(kafka, "test", "user"), settings);
        subjects = new AggregateStore<>(mongo, relay, Subject.class, "subjects");
    }

    @AfterEach
    void end() {
        relay.stop();
        client.close();
    }

    private Subject visited(int visits) {
        Subject subject = new Subject(Ids.next(), true);
        subjects.insert(subject);
        for (int i = 0; i < visits; i++) {
            subjects.change(subject.id(), found -> {
                found.visit(Instant.EPOCH);
                return true;
            });
        }
        return subject;
    }

    private List<Sent> on(String topic) {
        return sent.stream().filter(one -> one.topic.equals(topic)).toList();
    }

    private void untilNothingWaits(Subject subject) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> subjects.find(subject.id()).orElseThrow().outbox().isEmpty());
    }

    @Test
    void one_entry_becomes_an_event_keyed_by_its_aggregate_and_a_row_keyed_by_its_organisation() {
        Subject subject = visited(1);
        assertThat(subjects.find(subject.id()).orElseThrow().outbox())
                .as("a row alone for the insert, a row beside the visit")
                .extracting(OutboxEvent::type)
                .containsExactly("audit-recorded", "user-registered");
        relay.start();
        untilNothingWaits(subject);
        assertThat(on("user.user.v1")).extracting(Sent::key).containsExactly(subject.id());
        assertThat(on("user.audit.v1")).hasSize(2).allSatisfy(row -> {
            assertThat(row.key).isEqualTo("B01");
            assertThat(row.envelope.subject()).isEqualTo(subject.id());
            assertThat(row.envelope.sequence()).isZero();
        });
        assertThat(sent.stream().map(one -> one.envelope.id())).doesNotHaveDuplicates();
    }

    @Test
    void a_row_that_was_refused_is_sent_again_with_its_event_under_the_same_ids() {
        refused = one -> one.envelope.id().endsWith("-row");
        refusals.set(3);
        Subject subject = visited(3);
        relay.start();
        untilNothingWaits(subject);
        assertThat(on("user.audit.v1").stream().map(row -> row.envelope.id()).distinct())
                .as("the insert and three visits")
                .hasSize(4);
        assertThat(on("user.user.v1").stream().map(event -> event.envelope.id()).distinct())
                .hasSize(3);
        assertThat(on("user.user.v1").stream().map(event -> event.envelope.sequence()))
                .as("never a later one before an earlier one")
                .isSorted();
    }

    @Test
    void an_event_that_was_refused_keeps_its_row() {
        refused = one -> one.topic.equals("user.user.v1");
        refusals.set(1);
        Subject subject = visited(1);
        relay.start();
        untilNothingWaits(subject);
        assertThat(on("user.user.v1")).hasSize(1);
        assertThat(on("user.audit.v1").stream().map(row -> row.envelope.id()).distinct())
                .hasSize(2);
    }

    /** As it was stored before rows travelled beside their events. */
    @Test
    void a_row_that_was_stored_as_an_entry_of_its_own_is_still_sent() {
        Subject subject = visited(0);
        Document stored = mongo.findById(subject.id(), Document.class, "subjects");
        assertThat(stored.getList("outbox", Document.class).get(0)).doesNotContainKey("rowJson");
        relay.start();
        untilNothingWaits(subject);
        assertThat(on("user.audit.v1")).extracting(Sent::key).containsExactly("B01");
    }
}
