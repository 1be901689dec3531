package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoPeople;

/** A login that has ended has ended everywhere within half a minute, whatever its access token says. */
class RevocationJourney {
    private static final Duration PROMISED = Duration.ofSeconds(30);
    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void a_token_dies_in_every_service_soon_after_its_login_has_ended() {
        Answer login = login();
        PlatformApi bearer = PlatformApi.withToken(
                platform.stack.baseUrl(), login.body().path("accessToken").asString());
        PlatformApi other = PlatformApi.withToken(
                platform.stack.baseUrl(), login().body().path("accessToken").asString());
        assertThat(bearer.get("/api/v1/merchants/mine").status()).isEqualTo(200);
        assertThat(bearer.get("/api/v1/loan-applications").status()).isEqualTo(200);

        platform.anonymous()
                .post(
                        "/api/v1/auth/logout",
                        Map.of("refreshToken", login.body().path("refreshToken").asString()));

        await().atMost(PROMISED).until(() -> bearer.get("/api/v1/me").status() == 401);
        await().atMost(PROMISED)
                .until(() -> bearer.get("/api/v1/merchants/mine").status() == 401);
        await().atMost(PROMISED)
                .until(() -> bearer.get("/api/v1/loan-applications").status() == 401);
        assertThat(other.get("/api/v1/merchants/mine").status()).isEqualTo(200);
    }

    private Answer login() {
        return platform.anonymous()
                .post("/api/v1/auth/phone", Map.of("phone", "13800000003", "code", DemoPeople.PHONE_CODE));
    }
}
