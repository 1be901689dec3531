package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.launcher.Ports;

/** Plants names and numbers of a person who does not exist and looks for them where none may lie (rule P-4). */
class PersonalDataJourney {
    private final RunningPlatform platform = RunningPlatform.get();
    private final String mark =
            String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    private final String contactName = "欧阳" + mark;
    private final String contactPhone = "139" + mark;
    private final String loginPhone = "137" + mark;
    private final List<String> planted = new ArrayList<>(List.of(contactName, contactPhone, loginPhone));
    private final List<String> found = new ArrayList<>();

    @Test
    void nothing_that_identifies_a_person_lies_in_logs_events_search_or_in_clear_in_a_store() throws Exception {
        apply();
        askForACode();
        bindACustomer();

        scanLogs();
        scanEvents();
        scanSearch();
        scanStores();

        assertThat(found).isEmpty();
    }

    private void apply() {
        DemoCounty.Branch branch = platform.branch(2);
        Answer applied = platform.phone("13800000022")
                .post(
                        "/api/v1/merchants",
                        Map.of(
                                "name",
                                "找不到的小店",
                                "category",
                                "餐饮",
                                "licenceNumber",
                                LicenceNumbers.valid("91330106" + "MA" + mark.substring(0, 7)),
                                "contactName",
                                contactName,
                                "contactPhone",
                                contactPhone,
                                "address",
                                "中心街 9 号",
                                "point",
                                Map.of("lat", branch.lat(), "lng", branch.lng(), "crs", "GCJ02")));
        assertThat(applied.status()).as("%s", applied.body()).isEqualTo(201);
    }

    private void askForACode() {
        assertThat(platform.anonymous()
                        .post("/api/v1/auth/phone/code", Map.of("phone", loginPhone))
                        .status())
                .isEqualTo(202);
        // Bad input is where data of people gets into logs most easily.
        platform.anonymous().post("/api/v1/auth/phone", Map.of("phone", loginPhone, "code", "000000"));
        platform.anonymous().post("/api/v1/auth/phone", Map.of("phone", loginPhone + "9", "code", "000000"));
        platform.anonymous().post("/api/v1/auth/staff", Map.of("username", contactName, "password", loginPhone));
    }

    private void bindACustomer() {
        Answer customer =
                platform.sandbox().post("/sandbox/bank/customers", Map.of("name", contactName, "phone", loginPhone));
        assertThat(customer.ok()).as("%s", customer.body()).isTrue();
        String idNumber = customer.body().path("idNumber").asString();
        planted.add(idNumber);
        PlatformApi consumer = platform.consumer(7);
        consumer.post("/api/v1/me/binding/code", Map.of("phone", loginPhone));
        String code = await().atMost(Duration.ofSeconds(5)).until(this::lastCode, text -> text.matches("\\d{6}"));
        Answer bound = consumer.post(
                "/api/v1/me/binding",
                Map.of("phone", loginPhone, "code", code, "name", contactName, "idNumber", idNumber));
        assertThat(bound.ok()).as("%s", bound.body()).isTrue();
    }

    private String lastCode() {
        return platform.sandbox()
                .get("/sandbox/sms?phone=" + loginPhone)
                .body()
                .path(0)
                .path("code")
                .asString("");
    }

    private void look(String where, String text) {
        planted.stream().filter(text::contains).forEach(one -> found.add(one + " in " + where));
    }

    private void scanLogs() throws IOException {
        try (Stream<Path> files = Files.walk(platform.logs())) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("sandbox"))
                    .toList();
            assertThat(logs).hasSizeGreaterThan(6);
            for (Path log : logs) {
                look(log.getFileName().toString(), Files.readString(log));
            }
        }
    }

    private void scanEvents() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + platform.ports.of(Ports.Listener.KAFKA));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long read = 0;
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(500))) {
                    look(event.topic(), event.key() + new String(event.value(), StandardCharsets.UTF_8));
                    read++;
                }
            }
            assertThat(read).isGreaterThan(1_000);
        }
    }

    private void scanSearch() throws IOException, InterruptedException {
        String query = Json.MAPPER.writeValueAsString(
                Map.of("query", Map.of("multi_match", Map.of("query", mark, "fields", List.of("*"), "lenient", true))));
        String hits = search(query);
        assertThat(hits).contains("\"hits\"");
        look("Elasticsearch", hits);
        look("Elasticsearch", search("{\"size\":10000}"));
    }

    private String search(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + platform.ports.of(Ports.Listener.ELASTICSEARCH) + "/_all/_search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void scanStores() {
        try (MongoClient mongo =
                MongoClients.create("mongodb://127.0.0.1:" + platform.ports.of(Ports.Listener.MONGO))) {
            Map<String, Long> documents = new LinkedHashMap<>();
            everyDocument(mongo, (collection, text) -> {
                documents.merge(collection, 1L, Long::sum);
                look(collection, text);
            });
            assertThat(documents).containsKey("user-service.users").containsKey("merchant-service.merchants");
        }
    }

    private static void everyDocument(MongoClient mongo, BiConsumer<String, String> each) {
        for (String service :
                List.of("user-service", "merchant-service", "loan-service", "wechat-adapter", "geo-search-service")) {
            for (String collection : mongo.getDatabase(service).listCollectionNames()) {
                mongo.getDatabase(service)
                        .getCollection(collection)
                        .find()
                        .forEach(document -> each.accept(service + "." + collection, document.toJson()));
            }
        }
    }
}
