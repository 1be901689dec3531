package org.linli.loan.corebank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the bank's answers mean: only a clear word is one. */
class CoreBankClientTest {
    private static final WireMockServer BANK =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final Payment PAYMENT =
            new Payment("A1-P1", Payment.Direction.DISBURSEMENT, "L1", 5_000_000, "王小明", "6222000000000001", "城关支行");
    private static final String BOOKED = """
            {"reference":"A1-P1","direction":"DISBURSEMENT","loanId":"L1","amountFen":5000000,
            "accountNumber":"6222000000000001","bookingNumber":"B1","bookedAt":"2026-03-10T02:00:00Z","more":1}""";

    @BeforeAll
    static void open() {
        BANK.start();
    }

    @AfterAll
    static void close() {
        BANK.stop();
    }

    @Test
    void a_whole_booking_is_a_booking() {
        answers(201, BOOKED);
        assertThat(client().pay(PAYMENT))
                .isInstanceOfSatisfying(
                        CoreBankAnswer.Booked.class,
                        booked -> assertThat(booked.booking().isOf(PAYMENT)).isTrue());
        BANK.verify(postRequestedFor(urlEqualTo("/payments")).withHeader("Idempotency-Key", equalTo("A1-P1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"reference":"A1-P1"} | incomplete-answer
            200 | <html> | http-200
            200 | null | http-200
            400 | {"code":"malformed"} | http-400
            401 | {} | http-401
            404 | {} | http-404
            409 | {"code":"reference-reused"} | http-409
            422 | {} | http-422
            429 | {} | http-429
            500 | {"code":"account-closed"} | http-500
            503 | | http-503
            """)
    void everything_unclear_is_unknown(int status, String body, String trouble) {
        answers(status, body == null ? "" : body);
        assertThat(client().pay(PAYMENT)).isEqualTo(new CoreBankAnswer.Unknown(trouble));
        assertThat(client().inquire("A1-P1")).isEqualTo(new CoreBankAnswer.Unknown(trouble));
    }

    @Test
    void only_the_banks_own_word_says_refused_or_not_there() {
        answers(422, "{\"code\":\"account-closed\"}");
        assertThat(client().pay(PAYMENT)).isEqualTo(new CoreBankAnswer.Refused("account-closed"));
        answers(404, "{\"code\":\"unknown-reference\"}");
        assertThat(client().inquire("A1-P1")).isEqualTo(new CoreBankAnswer.NotThere());
        assertThat(client().pay(PAYMENT))
                .as("no answer to a payment")
                .isEqualTo(new CoreBankAnswer.Unknown("http-404"));
    }

    @Test
    void a_cut_or_slow_connection_is_unknown_within_the_time_limit() {
        BANK.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(client().pay(PAYMENT)).isEqualTo(new CoreBankAnswer.Unknown("no-answer"));
        BANK.stubFor(any(anyUrl()).willReturn(aResponse().withBody(BOOKED).withFixedDelay(2_000)));
        assertThat(client().pay(PAYMENT)).isEqualTo(new CoreBankAnswer.Unknown("no-answer"));
    }

    private static void answers(int status, String body) {
        BANK.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    private static CoreBankClient client() {
        return new CoreBankClient(
                new CoreBankSettings(BANK.baseUrl(), Duration.ofMillis(500)),
                JsonMapper.builder().build());
    }
}
