package org.linli.starter.outbox;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int AGGREGATES = 100;
    private static final int WARM_UP = Integer.getInteger("warmUp", 250);
    private static final int ROUNDS = Integer.getInteger("rounds", 300);

    /** An aggregate with six facts, told to the trail or not. */
    static class Subject extends AggregateRoot {
        private final boolean told;
        private final String organisationPath = "/hq/B01/";
        private final String name = "somewhere";
        private final String status = "OPEN";
        private final long amountFen = 100_000;
        private final Instant until = Instant.EPOCH;
        private final boolean closed = false;
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
                    ? AuditView.of("subject", organisationPath)
                            .with("visits", visits)
                            .with("name", name)
                            .with("status", status)
                            .with("amountFen", amountFen)
                            .with("until", until)
                            .with("closed", closed)
                    : AuditView.NONE;
        }
    }

    @Test
    void compare() {
        try (MongoClient client = MongoClients.create(LocalStack.mongoUri("audit-cost"))) {
            MongoTemplate mongo =
                    new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "audit-cost-" + Ids.next()));
            OutboxRelay relay = relay(mongo);
            relay.start();
            AggregateStore<Subject> store = new AggregateStore<>(mongo, relay, Subject.class, "subjects");
            List<String> told = insert(store, true);
            List<String> silent = insert(store, false);
            for (int i = 0; i < WARM_UP; i++) {
                round(mongo, store, told);
                round(mongo, store, silent);
            }
            List<long[]> withRow = new ArrayList<>();
            List<long[]> without = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                // Who begins changes in turn: whatever drifts meanwhile falls on both.
                boolean first = i % 2 == 0;
                (first ? withRow : without).add(round(mongo, store, first ? told : silent));
                (first ? without : withRow).add(round(mongo, store, first ? silent : told));
            }
            relay.stop();
            report(withRow, without);
        }
    }

    private static OutboxRelay relay(MongoTemplate mongo) {
        Map<String, Object> producer = new HashMap<>();
        producer.put("bootstrap.servers", LocalStack.kafka());
        KafkaTemplate<String, byte[]> kafka = new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(producer, new StringSerializer(), new ByteArraySerializer()));
        OutboxSettings settings = new OutboxSettings(
                2,
                200,
                50_000,
                Duration.ofMillis(20),
                Duration.ofSeconds(15),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ZERO);
        return new OutboxRelay(mongo, new EventSender(kafka, "bench", "user"), settings);
    }

    private static List<String> insert(AggregateStore<Subject> store, boolean told) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < AGGREGATES; i++) {
            ids.add(store.insert(new Subject(Ids.next(), told)).id());
        }
        return ids;
    }

    /** Each has the sending of its own events beside it, and leaves none of it to the other. */
    private static long[] round(MongoTemplate mongo, AggregateStore<Subject> store, List<String> ids) {
        long[] nanos = new long[ids.size()];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            store.change(ids.get(i), subject -> {
                subject.visit(Instant.EPOCH);
                return true;
            });
            nanos[i] = System.nanoTime() - begun;
        }
        OutboxReader outboxes = new OutboxReader(mongo);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> outboxes.pending("subjects", "").isEmpty());
        Arrays.sort(nanos);
        return nanos;
    }

    private static void report(List<long[]> withRow, List<long[]> without) {
        double[] medians = new double[ROUNDS];
        double[] means = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            medians[i] = (double) median(withRow.get(i)) / median(without.get(i));
            means[i] = mean(withRow.get(i)) / mean(without.get(i));
        }
        line("with row   ", withRow);
        line("without row", without);
        spread("p50 ", medians);
        spread("mean", means);
    }

    private static void line(String name, List<long[]> rounds) {
        System.out.printf(
                "%s  %d rounds of %d changes, p50 %.0f us, mean %.0f us%n",
                name,
                ROUNDS,
                AGGREGATES,
                rounds.stream().mapToLong(AuditCostBenchmark::median).average().orElse(0) / 1e3,
                rounds.stream().mapToDouble(AuditCostBenchmark::mean).average().orElse(0) / 1e3);
    }

    private static void spread(String name, double[] ratios) {
        Arrays.sort(ratios);
        System.out.printf(
                "ratio of %s: median of the rounds %.3f, middle half %.3f..%.3f%n",
                name, ratios[ROUNDS / 2], ratios[ROUNDS / 4], ratios[ROUNDS * 3 / 4]);
    }

    private static double mean(long[] nanos) {
        return Arrays.stream(nanos).average().orElse(0);
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }
}
