package org.linli.starter.outbox;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.linli.events.UserRegistered;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * By hand: what the audit row adds to a change of an aggregate, on the local store, both kinds in turn in one run with
 * the relay sending. See benchmarks/README.md.
 */
class AuditCostBenchmark {
    private static final int AGGREGATES = 400;
    private static final int ROUNDS = 8;

    /** An aggregate with six facts, told to the trail or not. */
    static class Subject extends AggregateRoot {
        private final boolean told;
        private int visits;

        Subject(String id, boolean told) {
            super(id);
            this.told = told;
        }

        void visit(Instant at) {
            visits++;
            raise(new UserRegistered(id(), "visit-" + visits), at);
        }

        @Override
        protected AuditView audit() {
            return told
                    ? AuditView.of("subject", "/hq/B01/")
                            .with("visits", visits)
                            .with("name", "name")
                            .with("status", "OPEN")
                            .with("amountFen", 100_000)
                            .with("until", "2026-12-31")
                            .with("closed", false)
                    : AuditView.NONE;
        }
    }

    @Test
    void compare() {
        MongoTemplate mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(
                MongoClients.create(LocalStack.mongoUri("audit-cost")), "audit-cost-" + Ids.next()));
        Map<String, Object> producer = new HashMap<>();
        producer.put("bootstrap.servers", LocalStack.kafka());
        KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(producer, new StringSerializer(), new ByteArraySerializer()));
        OutboxSettings settings = new OutboxSettings(
                2, 200, 50_000, Duration.ofSeconds(15), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ZERO);
        OutboxRelay relay = new OutboxRelay(mongo, new EventSender(kafka, "bench", "user"), settings);
        relay.start();
        AggregateStore<Subject> store = new AggregateStore<>(mongo, relay, Subject.class, "subjects");
        List<String> told = insert(store, true);
        List<String> silent = insert(store, false);
        round(store, told, new ArrayList<>());
        round(store, silent, new ArrayList<>());
        List<Long> withRow = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            // Who begins changes in turn, so that neither has the other's sending behind it more often.
            round(store, i % 2 == 0 ? told : silent, i % 2 == 0 ? withRow : without);
            round(store, i % 2 == 0 ? silent : told, i % 2 == 0 ? without : withRow);
        }
        relay.stop();
        report("with row   ", withRow);
        report("without row", without);
        System.out.printf(
                "ratio: mean %.3f, median %.3f%n",
                mean(withRow) / mean(without), (double) median(withRow) / median(without));
    }

    private static List<String> insert(AggregateStore<Subject> store, boolean told) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < AGGREGATES; i++) {
            ids.add(store.insert(new Subject(Ids.next(), told)).id());
        }
        return ids;
    }

    private static void round(AggregateStore<Subject> store, List<String> ids, List<Long> nanos) {
        for (String id : ids) {
            long begun = System.nanoTime();
            store.change(id, subject -> {
                subject.visit(Instant.EPOCH);
                return true;
            });
            nanos.add(System.nanoTime() - begun);
        }
    }

    private static void report(String name, List<Long> nanos) {
        System.out.printf(
                "%s  %d changes, mean %.0f us, median %d us%n",
                name, nanos.size(), mean(nanos) / 1000, median(nanos) / 1000);
    }

    private static double mean(List<Long> nanos) {
        return nanos.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private static long median(List<Long> nanos) {
        Collections.sort(nanos);
        return nanos.get(nanos.size() / 2);
    }
}
