package org.linli.loan.merchant;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.linli.loan.RunningService;
import org.linli.loan.merchant.PlatformTurnover.Known;
import org.linli.loan.merchant.PlatformTurnover.Reason;
import org.linli.loan.merchant.PlatformTurnover.Unknown;
import org.springframework.beans.factory.annotation.Autowired;

/** Rule L-6: what the platform brought is known month by month, or it is unknown; never nothing, never a pass. */
class PlatformTurnoverTest extends RunningService {
    private static final UrlPathPattern TURNOVER = urlPathMatching("/internal/v1/merchants/M1/turnover");
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);

    @Autowired
    MerchantFacts facts;

    @Test
    void known_months_are_added_up() {
        answers(months("KNOWN\",\"turnoverFen\":300,\"x\":\"", "KNOWN\",\"turnoverFen\":45,\"x\":\""));
        assertThat(turnover()).isEqualTo(new Known(345));
        NEIGHBOURS.verify(getRequestedFor(TURNOVER)
                .withQueryParam("from", equalTo("2025-01"))
                .withQueryParam("to", equalTo("2025-02"))
                .withHeader("Authorization", equalTo("Bearer service-token")));
    }

    @Test
    void one_unknown_or_missing_month_makes_all_unknown() {
        answers(months("KNOWN\",\"turnoverFen\":300,\"x\":\"", "UNKNOWN"));
        assertThat(turnover()).isEqualTo(new Unknown(Reason.NO_DATA));
        answers(okJson("{\"months\":[{\"month\":\"2025-01\",\"state\":\"KNOWN\",\"turnoverFen\":300}]}"));
        assertThat(turnover()).isEqualTo(new Unknown(Reason.NO_DATA));
        answers(okJson("{\"months\":[null,null]}"));
        assertThat(turnover()).isEqualTo(new Unknown(Reason.NO_DATA));
        answers(aResponse().withStatus(404));
        assertThat(turnover()).isEqualTo(new Unknown(Reason.NO_DATA));
    }

    @Test
    void every_kind_of_failure_is_unknown() {
        for (ResponseDefinitionBuilder failure : new ResponseDefinitionBuilder[] {
            aResponse().withStatus(500),
            aResponse().withStatus(403),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            okJson("{")
        }) {
            answers(failure);
            assertThat(turnover()).isEqualTo(new Unknown(Reason.AWAY));
        }
    }

    @Test
    void a_slow_answer_is_not_waited_for() {
        answers(aResponse().withStatus(200).withFixedDelay(6_000));
        Instant before = Instant.now();
        assertThat(turnover()).isEqualTo(new Unknown(Reason.AWAY));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void after_many_failures_nobody_is_asked() {
        answers(aResponse().withStatus(500));
        for (int i = 0; i < 15; i++) {
            assertThat(turnover()).isEqualTo(new Unknown(Reason.AWAY));
        }
        NEIGHBOURS.verify(10, getRequestedFor(TURNOVER));
    }

    private PlatformTurnover turnover() {
        return facts.turnover("M1", JANUARY, FEBRUARY);
    }

    private static ResponseDefinitionBuilder months(String first, String second) {
        return okJson(
                "{\"merchantId\":\"M1\",\"months\":[{\"month\":\"2025-01\",\"state\":\"%s\"},{\"month\":\"2025-02\",\"state\":\"%s\"}]}"
                        .formatted(first, second));
    }

    private static void answers(ResponseDefinitionBuilder response) {
        NEIGHBOURS.stubFor(get(TURNOVER).willReturn(response));
    }
}
