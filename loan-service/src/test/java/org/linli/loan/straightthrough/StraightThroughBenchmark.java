package org.linli.loan.straightthrough;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.linli.loan.CreditWorld;
import org.linli.loan.Http;
import org.linli.loan.PlayedFacts;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.springframework.test.context.TestPropertySource;

/**
 * How long a straight-through decision takes over HTTP, from the question to the case in the stage CONTRACT, while every
 * port (consent, bureau, other facts) answers after 50 ms. Run by name: {@code -Dtest=StraightThroughBenchmark}.
 */
@TestPropertySource(
        properties = {
            "linli.loan.straight-through.automatic=false",
            "linli.loan.straight-through.daily-count=5000",
            "linli.loan.straight-through.daily-amount-fen=100000000000"
        })
class StraightThroughBenchmark extends RunningService {
    private static final int PORT_MILLIS = 50;
    private static final int WARM_UP = 60;
    private static final int MEASURED = 300;

    private final CreditWorld world = new CreditWorld();

    @Test
    void how_long_does_a_decision_take() throws Exception {
        portsAnswerSlowly();
        measure("one after the other, warming up", cases(WARM_UP), 1);
        List<Long> alone = measure("one after the other", cases(MEASURED), 1);
        measure("four at a time", cases(MEASURED), 4);
        assertThat(alone).isNotEmpty();
    }

    private void portsAnswerSlowly() {
        PlayedFacts.answerAfter(PORT_MILLIS);
        NEIGHBOURS.stubFor(get(urlPathMatching("/internal/v1/users/.*"))
                .willReturn(okJson("{\"consented\":true,\"textVersion\":\"v1\",\"customerNumber\":\"%s\"}"
                                .formatted(world.number))
                        .withFixedDelay(PORT_MILLIS)));
        NEIGHBOURS.stubFor(get(urlPathMatching("/bureau/.*"))
                .willReturn(okJson("""
                {"reportNumber":"R1","reportedOn":"%s","subject":{"customerNumber":"%s"},
                "accounts":[],"executions":[],"queries":[]}
                """.formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")), world.number))
                        .withFixedDelay(PORT_MILLIS)));
    }

    private List<String> cases(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String merchant = approvedMerchant();
            PlayedFacts.tell(merchant, CreditWorld.goodBusiness());
            ids.add(http.apply(Tokens.owner(merchant), goodApplication()).text("id"));
        }
        return ids;
    }

    private List<Long> measure(String how, List<String> ids, int atATime) throws Exception {
        String manager = Tokens.staff("ACCOUNT_MANAGER", "B01", "/hq/B01/");
        ExecutorService crowd = Executors.newFixedThreadPool(atATime);
        List<Future<Long>> asked = new ArrayList<>();
        for (String id : ids) {
            asked.add(crowd.submit(() -> {
                long before = System.nanoTime();
                Http.Answer answer =
                        http.post("/api/v1/admin/loan-applications/" + id + "/straight-through", manager, "");
                long micros = (System.nanoTime() - before) / 1_000;
                assertThat(answer.text("outcome")).as(answer.body().toString()).isEqualTo("APPROVED");
                return micros;
            }));
        }
        List<Long> micros = new ArrayList<>();
        for (Future<Long> one : asked) {
            micros.add(one.get());
        }
        crowd.shutdown();
        Collections.sort(micros);
        System.out.printf(
                "straight-through, %s: %d decisions, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                how, micros.size(), at(micros, 50), at(micros, 95), at(micros, 99), at(micros, 100));
        return micros;
    }

    private static double at(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1)) / 1_000.0;
    }
}
