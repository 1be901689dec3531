package org.linli.loan.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.LoanEvent;
import org.linli.events.Topics;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.Tokens;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** Loans over HTTP, and what the world hears of them. */
class LoanHttpTest extends LendingService {
    @Test
    void the_owner_sees_the_loan_with_its_schedule_to_the_fen() {
        Case of = paid(ApprovedFixture.loan());
        String owner = Tokens.owner(of.merchantId());
        String id = http.get("/api/v1/loans", owner).each("items", "id").get(0);
        Http.Answer loan = http.get("/api/v1/loans/" + id, owner);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(loan.text("applicationId")).isEqualTo(of.id());
        assertThat(loan.text("annualRatePercent")).isEqualTo("9.6");
        assertThat(loan.text("disbursedOn")).isBetween(today.minusDays(1).toString(), today.toString());
        Http.Answer schedule = http.get("/api/v1/loans/" + id + "/schedule", owner);
        assertThat(schedule.each("instalments", "number")).hasSize(12);
        long principal = 0;
        for (int i = 0; i < 12; i++) {
            principal += schedule.body()
                    .path("instalments")
                    .get(i)
                    .path("principalFen")
                    .asLong();
        }
        assertThat(principal).isEqualTo(5_000_000);
    }

    @Test
    void others_do_not_even_learn_that_a_loan_exists() {
        Case of = paid(ApprovedFixture.loan());
        String id = disbursement(of.id()).text("loanId");
        String elsewhere = Tokens.staff("BRANCH_HEAD", "B02", "/hq/B02/");
        for (String token : List.of(Tokens.owner(approvedMerchant()), elsewhere)) {
            assertThat(http.get("/api/v1/loans/" + id, token).problem()).isEqualTo("404 not-found");
            assertThat(http.get("/api/v1/loans/" + id + "/schedule", token).problem())
                    .isEqualTo("404 not-found");
        }
        String here = Tokens.staff("BRANCH_HEAD", "B01", "/hq/B01/");
        assertThat(http.get("/api/v1/loans/" + id, here).status()).isEqualTo(200);
        assertThat(http.get("/api/v1/admin/loans?size=100", here).each("items", "id"))
                .contains(id);
        assertThat(http.get("/api/v1/loans", Tokens.cashier(of.merchantId())).problem())
                .isEqualTo("403 forbidden");
        assertThat(http.get("/api/v1/loans?size=0", Tokens.owner(of.merchantId()))
                        .fields())
                .containsExactly("size");
    }

    @Test
    void the_world_hears_of_the_loan_without_hearing_of_people() {
        Case of = paid(ApprovedFixture.loan());
        String id = disbursement(of.id()).text("loanId");
        List<EventEnvelope> heard = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(Topics.LOAN));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(id)) {
                        heard.add(EventEnvelope.parse(record.value()));
                        texts.add(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8));
                    }
                });
                return !heard.isEmpty();
            });
        }
        assertThat(heard.get(0).type()).isEqualTo("loan-disbursed");
        assertThat(heard.get(0).data()).get().isInstanceOfSatisfying(LoanEvent.Disbursed.class, event -> {
            assertThat(event.loan().applicationId()).isEqualTo(of.id());
            assertThat(event.loan().amountFen()).isEqualTo(5_000_000);
        });
        assertThat(texts.get(0)).doesNotContain("王小明").doesNotContain(of.account());
    }

    @Test
    void an_owner_draws_from_the_line_as_often_as_it_lasts() {
        Case of = line(500_000);
        String owner = Tokens.owner(of.merchantId());
        String key = Ids.next();
        Http.Answer drawn = draw(of, owner, key, 300_000);
        assertThat(drawn.status()).as(drawn.body().toString()).isEqualTo(200);
        assertThat(draw(of, owner, key, 300_000).text("id")).as("the same key").isEqualTo(drawn.text("id"));
        assertThat(draw(of, owner, key, 200_000).problem()).isEqualTo("422 idempotency-key-reused");
        awaitStatus(drawn.text("id"), "DONE");
        assertThat(draw(of, owner, Ids.next(), 300_000).problem()).isEqualTo("422 credit-line-exceeded");
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
        Http.Answer line = http.get("/api/v1/loans/lines/" + of.id(), owner);
        assertThat(line.text("availableFen")).isEqualTo("200000");
        assertThat(line.text("outstandingFen")).isEqualTo("300000");
        assertThat(http.get("/api/v1/loans/lines", owner).each("items", "id")).containsExactly(of.id());
        assertThat(http.get("/api/v1/loans", owner).each("items", "creditLineId"))
                .containsExactly(of.id());
        String draw = "/api/v1/loans/lines/" + of.id() + "/draws/" + drawn.text("id");
        assertThat(http.get(draw, owner).text("loanId")).isNotEmpty();
        assertThat(http.get(draw, Tokens.owner(approvedMerchant())).problem()).isEqualTo("404 not-found");
    }

    @Test
    void a_draw_that_the_core_bank_refuses_gives_its_share_back() {
        Case of = line(500_000);
        BANK.faults(of.account(), org.linli.loan.PlayedBank.Fault.REFUSED);
        String owner = Tokens.owner(of.merchantId());
        assertThat(draw(of, owner, Ids.next(), 300_000).problem()).isEqualTo("422 core-bank-refused");
        assertThat(http.get("/api/v1/loans/lines/" + of.id(), owner).text("availableFen"))
                .isEqualTo("500000");
    }

    @Test
    void draws_that_are_too_small_too_long_or_not_the_owners_are_refused() {
        Case of = line(500_000);
        String owner = Tokens.owner(of.merchantId());
        assertThat(draw(of, owner, Ids.next(), 99_999).problem()).isEqualTo("422 draw-too-small");
        String long_ = "{\"amountFen\":200000,\"termMonths\":37}";
        String path = "/api/v1/loans/lines/" + of.id() + "/draws";
        assertThat(http.post(path, owner, long_, "Idempotency-Key", Ids.next()).problem())
                .isEqualTo("422 due-after-line-expiry");
        assertThat(http.post(path, owner, "{\"amountFen\":-1}", "Idempotency-Key", Ids.next())
                        .problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.post(path, owner, "{\"amountFen\":200000,\"termMonths\":3}")
                        .problem())
                .isEqualTo("400 idempotency-key-required");
        assertThat(draw(of, Tokens.owner(approvedMerchant()), Ids.next(), 200_000)
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_line_is_opened_not_paid_and_a_loan_is_paid_not_opened() {
        Case line = signed(ApprovedFixture.line(500_000));
        assertThat(disburse(line, clerk).problem()).isEqualTo("409 case-is-a-line");
        Case loan = signed(ApprovedFixture.loan());
        assertThat(openLine(loan, clerk).problem()).isEqualTo("409 case-is-no-line");
        String self = Tokens.staff("DISBURSEMENT_CLERK", "/hq/", "approver-1", Map.of());
        assertThat(openLine(line, self).problem()).isEqualTo("422 four-eyes-conflict");
    }

    private Case line(long limitFen) {
        Case of = signed(ApprovedFixture.line(limitFen));
        assertThat(openLine(of, clerk).text("creditLineId")).isEqualTo(of.id());
        assertThat(stageOf(of.id())).isEqualTo(org.linli.loan.application.Stage.DISBURSED);
        return of;
    }

    private Http.Answer openLine(Case of, String by) {
        return http.post(CASES + of.id() + "/credit-line", by, "", "Idempotency-Key", Ids.next());
    }

    private Http.Answer draw(Case of, String owner, String key, long amountFen) {
        return http.post(
                "/api/v1/loans/lines/" + of.id() + "/draws",
                owner,
                "{\"amountFen\":%d,\"termMonths\":6}".formatted(amountFen),
                "Idempotency-Key",
                key);
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
