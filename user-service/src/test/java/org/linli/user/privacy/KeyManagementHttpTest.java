package org.linli.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.FreePorts;
import org.linli.localstack.nodes.NodeCommand;
import org.linli.localstack.nodes.NodeProcess;
import org.linli.localstack.nodes.Probes;
import org.linli.localstack.nodes.RepositoryRoot;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** Keys of a key management service of its own process, over HTTP: rotated, away and slow (rule P-4). */
class KeyManagementHttpTest extends PeopleHttpTest {
    private static final Path JAR =
            RepositoryRoot.find().resolve("local-stack/sandbox/target/sandbox-0.1.0-SNAPSHOT.jar");
    private static final int PORT = FreePorts.next();
    private static final String REWRAPPING = "/api/v1/admin/data-keys/user-service/rewrapping";

    private static NodeProcess kms;

    @Autowired
    PersonalData data;

    @DynamicPropertySource
    static void keysElsewhere(DynamicPropertyRegistry registry) {
        registry.add("FIELD_KEYS", () -> "");
        registry.add("KMS_URL", () -> "http://127.0.0.1:" + PORT + "/kms");
        registry.add("KMS_TOKEN", () -> "sandbox-kms-token");
        registry.add("DATA_KEY_LIFETIME", () -> "1m");
    }

    @BeforeAll
    static void start() {
        assumeTrue(Files.isRegularFile(JAR), JAR + " is missing: build the sandbox first");
        Runtime.getRuntime().addShutdownHook(new Thread(KeyManagementHttpTest::stop));
        startKms();
    }

    private static void startKms() {
        kms = NodeCommand.ofJar("kms", JAR, JAR.resolveSibling("kms-under-test.log"))
                .withEnvironment(Map.of("SERVER_PORT", String.valueOf(PORT)))
                .readyWhen(Probes.http("http://127.0.0.1:" + PORT + "/actuator/health/liveness"))
                .start()
                .awaitReady(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        if (kms != null) {
            kms.kill9();
        }
    }

    /** Otherwise a key of the test before would still serve. */
    @BeforeEach
    void aNewKeyIsDue() {
        later += 10;
        clock.forward(Duration.ofMinutes(later));
    }

    private static int later;

    private ResultActions enrol(String phone) throws Exception {
        return place(
                "/internal/v1/merchants/m" + Ids.next() + "/members",
                service("merchant-service"),
                Map.of("phone", phone, "role", "OWNER"));
    }

    private Document keyOf(String userId) {
        String keyId = stored(userId).split(":")[2];
        return mongo.findById(keyId, Document.class, "data_keys");
    }

    private String stored(String userId) {
        return mongo.findById(userId, Document.class, "users").getString("personEncrypted");
    }

    private static void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(kms.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_rotated_key_takes_over_by_rewrapping_and_values_stay_as_they_are() throws Exception {
        String phone = newPhone();
        String id = body(enrol(phone)).path("userId").asString();
        String before = stored(id);
        String wrappedBy = keyOf(id).getString("wrappingKeyId");
        assertThat(wrappedBy).startsWith("kms-");
        HttpRequest rotation = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/sandbox/kms/rotation"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(rotation, BodyHandlers.discarding());
        tell(REWRAPPING, administrator(), null).andExpect(status().isAccepted());
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !body(ask(REWRAPPING, administrator())).path("running").asBoolean());
        assertThat(body(ask(REWRAPPING, administrator())).path("failed").asInt(-1))
                .isZero();
        assertThat(keyOf(id).getString("wrappingKeyId")).startsWith("kms-").isNotEqualTo(wrappedBy);
        assertThat(stored(id)).isEqualTo(before);
        assertThat(data.field("users", "personEncrypted").decrypt(id, before)).isEqualTo(phone);
    }

    @Test
    void while_it_is_away_what_needs_a_new_key_answers_503_and_what_is_known_goes_on() throws Exception {
        String known = body(enrol(newPhone())).path("userId").asString();
        kms.kill9();
        assertThat(data.field("users", "personEncrypted").decrypt(known, stored(known)))
                .isNotEmpty();
        clock.forward(Duration.ofMinutes(2));
        String phone = newPhone();
        refused(enrol(phone), 503, "dependency-unavailable");
        refused(tell(REWRAPPING, administrator(), null), 503, "dependency-unavailable");
        startKms();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> enrol(phone).andExpect(status().isOk()));
    }

    @Test
    void while_it_is_slow_nobody_waits_long_and_then_it_goes_on() throws Exception {
        enrol(newPhone()).andExpect(status().isOk());
        clock.forward(Duration.ofMinutes(2));
        String phone = newPhone();
        signal("STOP");
        try {
            long begun = System.nanoTime();
            refused(enrol(phone), 503, "dependency-unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(5));
        } finally {
            signal("CONT");
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> enrol(phone).andExpect(status().isOk()));
    }
}
