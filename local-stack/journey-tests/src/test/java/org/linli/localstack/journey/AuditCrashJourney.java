package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.launcher.Ports;

/** Rule P-3 under kill -9: user-service dies in the middle of taking in rows; each is in its chain exactly once. */
class AuditCrashJourney {
    private static final int CHAINS = 3;
    private static final int ROWS_EACH = 4_000;
    private static final int SENT_AGAIN = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningPlatform platform = RunningPlatform.get();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final List<String> chains =
            IntStream.range(0, CHAINS).mapToObj(i -> "KILL" + mark + i).toList();

    @Test
    void no_row_is_lost_or_doubled_when_its_reader_is_killed() {
        try (MongoClient mongo =
                MongoClients.create("mongodb://127.0.0.1:" + platform.ports.of(Ports.Listener.MONGO))) {
            MongoCollection<Document> rows = mongo.getDatabase("user-service").getCollection("audit_rows");
            send(0, ROWS_EACH);
            await("some rows are in")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> count(rows) > ROWS_EACH / 8);
            platform.stack.kill9("user-service");
            long atTheKill = count(rows);
            assertThat(atTheKill).as("it was killed in the middle").isLessThan((long) CHAINS * ROWS_EACH);
            // What a sender does that got no confirmation.
            send(ROWS_EACH / 2, ROWS_EACH / 2 + SENT_AGAIN);
            platform.stack.restart("user-service");
            await("all rows are in").atMost(PATIENCE).until(() -> count(rows) >= (long) CHAINS * ROWS_EACH);
            chains.forEach(chain -> assertWhole(rows, chain));
        }
        chains.forEach(this::assertVerified);
    }

    private long count(MongoCollection<Document> rows) {
        return rows.countDocuments(Filters.in("organisation", chains));
    }

    private static void assertWhole(MongoCollection<Document> rows, String chain) {
        List<Long> numbers = new ArrayList<>();
        List<String> events = new ArrayList<>();
        rows.find(Filters.eq("organisation", chain))
                .projection(Projections.include("seq", "eventId"))
                .sort(Sorts.ascending("_id"))
                .forEach(row -> {
                    numbers.add(row.getLong("seq"));
                    events.add(row.getString("eventId"));
                });
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ROWS_EACH).boxed().toList());
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ROWS_EACH)
                        .mapToObj(number -> chain + "-" + number)
                        .toList());
    }

    private void assertVerified(String chain) {
        PlatformApi auditor = platform.staff("auditor");
        Answer answer = auditor.post("/api/v1/admin/audit-trail/verification", Map.of("organisation", chain));
        assertThat(answer.body().path("ok").asBoolean()).as("%s", answer.body()).isTrue();
        assertThat(answer.body().path("rows").asInt()).isEqualTo(ROWS_EACH);
        assertThat(answer.body().has("next")).isFalse();
    }

    private void send(int from, int to) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:" + platform.ports.of(Ports.Listener.KAFKA));
        settings.put("acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = from; number < to; number++) {
                for (String chain : chains) {
                    producer.send(new ProducerRecord<>("merchant.audit.v1", chain, event(chain, number)));
                }
            }
            producer.flush();
        }
    }

    /** As merchant-service sends it. */
    private static byte[] event(String chain, int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("organisation", chain);
        row.put("organisationPath", "/hq/" + chain + "/");
        row.put("at", Instant.EPOCH.plusSeconds(number).toString());
        row.put("actor", Map.of("subject", "s1", "kind", "staff", "roles", List.of("BRANCH_HEAD")));
        row.put("action", "merchant-changed");
        row.put("targetType", "merchant");
        row.put("targetId", "m" + number);
        row.put("before", Map.of("status", "APPLIED"));
        row.put("after", Map.of("status", "APPROVED"));
        Map<String, Object> event = new HashMap<>();
        event.put("specversion", "1.0");
        event.put("id", chain + "-" + number);
        event.put("type", "audit-recorded");
        event.put("source", "/merchant-service");
        event.put("subject", "m" + number);
        event.put("sequence", "0");
        event.put("time", Instant.EPOCH.plusSeconds(number).toString());
        event.put("datacontenttype", "application/json");
        event.put("data", row);
        return Json.MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
    }
}
