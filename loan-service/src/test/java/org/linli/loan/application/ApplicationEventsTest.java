package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.LoanApplicationEvent;
import org.linli.events.Topics;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** What the world hears of an application, read from the real broker. */
class ApplicationEventsTest extends RunningService {

    @Test
    void submission_and_stage_arrive_in_order_under_the_applications_key() {
        String id =
                http.apply(Tokens.owner(approvedMerchant()), goodApplication()).text("id");
        http.post(
                "/api/v1/admin/loan-applications/" + id + "/stage",
                Tokens.staff("ACCOUNT_MANAGER", "B01", "/hq/B01/"),
                "{\"stage\":\"INVESTIGATION\"}");
        List<EventEnvelope> heard = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(Topics.LOAN_APPLICATION));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(id)) {
                        heard.add(EventEnvelope.parse(record.value()));
                    }
                });
                return heard.size() >= 2;
            });
        }
        assertThat(heard).extracting(EventEnvelope::type).containsExactly("application-submitted", "stage-entered");
        assertThat(heard).extracting(EventEnvelope::sequence).containsExactly(1L, 2L);
        assertThat(heard.get(1).data()).get().isInstanceOfSatisfying(LoanApplicationEvent.StageEntered.class, event -> {
            assertThat(event.application().stage()).isEqualTo("INVESTIGATION");
            assertThat(event.application().branchId()).isEqualTo("B01");
        });
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        LocalStack.kafka(),
                        "group.id",
                        "test-" + Ids.next(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
