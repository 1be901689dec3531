package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.Http;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Tokens;

/** The staff's side of a rebuild, and of explanations. */
class ReindexHttpTest {
    private static final RunningService SERVICE = RunningService.shared();
    private static final Http HTTP = SERVICE.http();
    private static final String PATH = "/api/v1/admin/search/reindex";
    private static final String ADMINISTRATOR = Tokens.staff("ADMINISTRATOR", "/hq/");

    @Test
    void an_administrator_rebuilds_and_watches() {
        Http.Answer begun = HTTP.send("POST", PATH, "Authorization", ADMINISTRATOR);

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.body().get("startedBy").asString()).isEqualTo("staff-ADMINISTRATOR");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> HTTP.get(PATH, "Authorization", ADMINISTRATOR)
                        .body()
                        .get("state")
                        .asString()
                        .equals("DONE"));
        Http.Answer late = HTTP.send("DELETE", PATH, "Authorization", ADMINISTRATOR);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("code").asString()).isEqualTo("no-reindex");
    }

    @Test
    void one_at_a_time_and_it_can_be_cancelled() {
        try (RunningService other = RunningService.start(org.linli.localstack.nodes.LocalStack.elasticsearchUrl())) {
            Http http = other.http();
            assertThat(http.get(PATH, "Authorization", ADMINISTRATOR).status()).isEqualTo(404);
            other.bean(ReindexRuns.class).begin("s1", 0);

            Http.Answer second = http.send("POST", PATH, "Authorization", ADMINISTRATOR);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body().get("code").asString()).isEqualTo("reindex-under-way");
            Http.Answer cancelled = http.send("DELETE", PATH, "Authorization", ADMINISTRATOR);
            assertThat(cancelled.status()).isEqualTo(202);
            assertThat(cancelled.body().get("state").asString()).isEqualTo("CANCELLING");
        }
    }

    @Test
    void nobody_else_may() {
        for (String method : new String[] {"POST", "GET", "DELETE"}) {
            assertThat(HTTP.send(method, PATH).status()).isEqualTo(401);
            assertThat(HTTP.send(method, PATH, "Authorization", Tokens.staff("BRANCH_HEAD", "/hq/"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(HTTP.send("POST", PATH, "Authorization", Tokens.staff("ADMINISTRATOR", "/hq/B01/"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void staff_are_told_how_a_word_was_found() {
        Feed.apply(
                SERVICE,
                Samples.aMerchant("x1").named("张记老火锅").at(22.5, 106.5).event(1),
                Samples.anOffer("xo1", "x1").titled("双人餐").event(1));
        String query = "/api/v1/nearby/offers?lat=22.5&lng=106.5&q=hg&sort=relevance&explain=true";

        Http.Answer told = HTTP.get(query, "Authorization", ADMINISTRATOR);

        assertThat(told.items().get(0).get("explanation").toString())
                .isEqualTo("{\"rank\":-6,\"ways\":[\"hg:initials\"]}");
        assertThat(HTTP.get(query, "Authorization", Tokens.staff("BRANCH_HEAD", "/hq/"))
                        .status())
                .isEqualTo(403);
        assertThat(HTTP.get(query).status()).isEqualTo(401);
    }
}
