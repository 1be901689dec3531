package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Core banking and signing, on good and on bad days. */
class LendingPortsTest extends SandboxTest {
    private static final String PAYMENTS = "/corebank/payments";
    private static final PlatformStub BANK = new PlatformStub();

    @DynamicPropertySource
    static void tellTheBank(DynamicPropertyRegistry registry) {
        registry.add("sandbox.signing.callback-url", () -> BANK.callbackUrl().replace("{accountId}", "hq"));
    }

    @AfterEach
    void wellAgain() throws Exception {
        send("DELETE", "/sandbox/corebank/faults", "");
        post("/sandbox/signing", "{\"signsAtOnce\":true}");
    }

    @Test
    void a_reference_is_booked_once_and_found_again() throws Exception {
        JsonNode first = post(PAYMENTS, payment("P1", "L1", 100));
        JsonNode again = post(PAYMENTS, payment("P1", "L1", 100));
        assertThat(again).isEqualTo(first);
        assertThat(get(PAYMENTS + "/P1")).isEqualTo(first);
        assertThat(get("/sandbox/corebank/payments?loanId=L1").size()).isEqualTo(1);
    }

    @Test
    void a_reference_used_for_something_else_is_refused() throws Exception {
        post(PAYMENTS, payment("P2", "L2", 100));
        assertThat(send("POST", PAYMENTS, payment("P2", "L2", 101)).statusCode())
                .isEqualTo(409);
        assertThat(send("POST", PAYMENTS, payment("P2", "L3", 100)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void an_unknown_reference_is_named_so() throws Exception {
        assertThat(send("GET", PAYMENTS + "/none", "").statusCode()).isEqualTo(404);
        assertThat(get(PAYMENTS + "/none").path("code").asString()).isEqualTo("unknown-reference");
    }

    @ParameterizedTest
    @CsvSource({
        "answer-lost,502,1",
        "another-loan,200,1",
        "another-amount,200,1",
        "answer-late,200,1",
        "refused,422,0",
        "down,503,0"
    })
    void a_bad_day_books_or_not_as_it_says_and_then_is_over(String kind, int status, int booked) throws Exception {
        String loan = "L-" + kind;
        post("/sandbox/corebank/faults", "{\"kind\":\"%s\",\"loanId\":\"%s\",\"millis\":10}".formatted(kind, loan));
        assertThat(send("POST", PAYMENTS, payment("other-" + kind, "L9", 1)).statusCode())
                .isEqualTo(201);
        assertThat(send("POST", PAYMENTS, payment(kind, loan, 100)).statusCode())
                .isEqualTo(status);
        assertThat(get("/sandbox/corebank/payments?loanId=" + loan).size()).isEqualTo(booked);
        assertThat(post(PAYMENTS, payment(kind, loan, 100)).path("loanId").asString())
                .isEqualTo(loan);
    }

    @Test
    void both_ports_are_cut_off_on_demand() throws Exception {
        fault("{\"target\":\"corebank\",\"kind\":\"drop\"}");
        assertThatThrownBy(() -> send("POST", PAYMENTS, payment("P9", "L9", 1))).isInstanceOf(IOException.class);
        fault("{\"target\":\"signing\",\"kind\":\"error\",\"status\":503}");
        assertThat(send("GET", "/signing/requests/S1", "").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"reference\":\"x y\",\"direction\":\"DISBURSEMENT\",\"loanId\":\"L\",\"amountFen\":1,\"accountNumber\":\"12345678\"}",
                "{\"reference\":\"P\",\"direction\":\"GIFT\",\"loanId\":\"L\",\"amountFen\":1,\"accountNumber\":\"12345678\"}",
                "{\"reference\":\"P\",\"direction\":\"REVERSAL\",\"loanId\":\"L\",\"amountFen\":0,\"accountNumber\":\"12345678\"}"
            })
    void a_broken_payment_is_refused(String body) throws Exception {
        assertThat(send("POST", PAYMENTS, body).statusCode()).isEqualTo(400);
    }

    @Test
    void everybody_signs_at_once_or_when_told_and_the_first_act_stands() throws Exception {
        JsonNode atOnce = post("/signing/requests", request("S1", "2099-01-01T00:00:00Z"));
        assertThat(atOnce.path("parties").get(0).path("status").asString()).isEqualTo("SIGNED");
        post("/sandbox/signing", "{\"signsAtOnce\":false}");
        post("/signing/requests", request("S2", "2099-01-01T00:00:00Z"));
        assertThat(partyOf("S2")).isEqualTo("PENDING");
        String acts = "/sandbox/signing/requests/S2/acts";
        post(acts, "{\"partyId\":\"borrower\",\"status\":\"REFUSED\"}");
        post(acts, "{\"partyId\":\"borrower\",\"status\":\"SIGNED\"}");
        assertThat(partyOf("S2")).isEqualTo("REFUSED");
        assertThat(send("POST", acts, "{\"partyId\":\"nobody\",\"status\":\"SIGNED\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_bank_is_told_once_when_everybody_has_signed() throws Exception {
        BANK.status = 204;
        BANK.answer = told -> "";
        post("/sandbox/signing", "{\"signsAtOnce\":false}");
        post("/signing/requests", request("S4", "2099-01-01T00:00:00Z"));
        assertThat(send("GET", "/sandbox/signing/requests/S4/callback", "").statusCode())
                .isEqualTo(404);
        String acts = "/sandbox/signing/requests/S4/acts";
        post(acts, "{\"partyId\":\"borrower\",\"status\":\"SIGNED\"}");
        post(acts, "{\"partyId\":\"borrower\",\"status\":\"SIGNED\"}");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/sandbox/signing/requests/S4/callback")
                                .path("status")
                                .asInt()
                        == 204);
        assertThat(BANK.received.stream().filter(told -> told.body().equals("{\"reference\":\"S4\"}")))
                .hasSize(1);
    }

    @Test
    void nobody_signs_what_has_expired() throws Exception {
        post("/sandbox/signing", "{\"signsAtOnce\":false}");
        post("/signing/requests", request("S3", "2020-01-01T00:00:00Z"));
        post("/sandbox/signing/requests/S3/acts", "{\"partyId\":\"borrower\",\"status\":\"SIGNED\"}");
        assertThat(partyOf("S3")).isEqualTo("PENDING");
        assertThat(get("/signing/requests/S3").path("expired").asBoolean()).isTrue();
        assertThat(send("GET", "/signing/requests/none", "").statusCode()).isEqualTo(404);
    }

    private String partyOf(String reference) throws Exception {
        return get("/signing/requests/" + reference)
                .path("parties")
                .get(0)
                .path("status")
                .asString();
    }

    private static String payment(String reference, String loanId, long amountFen) {
        return """
                {"reference":"%s","direction":"DISBURSEMENT","loanId":"%s","amountFen":%d,"accountName":"王小明",
                "accountNumber":"6222000000000001","bankName":"城关支行"}
                """.formatted(reference, loanId, amountFen);
    }

    private static String request(String reference, String expiresAt) {
        return """
                {"reference":"%s","documentHashes":["aa"],"parties":[{"partyId":"borrower","name":"王","phone":"13900000001"}],
                "expiresAt":"%s"}
                """.formatted(reference, expiresAt);
    }
}
