package org.linli.user.login;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.WechatPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exchanges the code of a WeChat web login for the person's openid and unionid; Tencent's words end here. */
@Component
class WechatOauth {
    private static final Logger log = LoggerFactory.getLogger(WechatOauth.class);

    /** Invalid code, code already used, person blocked by Tencent. */
    private static final Set<Integer> REFUSALS = Set.of(40029, 40163, 40226);

    private static final String PATH =
            "/sns/oauth2/access_token?appid={appid}&secret={secret}&code={code}&grant_type=authorization_code";

    private final Map<String, WechatSettings.Account> accounts;
    private final RestClient client;
    private final JsonMapper json;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "wechat",
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(10)
                    .slidingWindowSize(20)
                    .waitDurationInOpenState(Duration.ofSeconds(3))
                    .build());

    WechatOauth(WechatSettings settings, JsonMapper json) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        this.accounts = settings.accounts();
        this.client = RestClient.builder().requestFactory(requests).build();
        this.json = json;
    }

    /**
     * Asks who is behind a code.
     *
     * @return who it is; empty when the code is not, or no longer, good
     * @throws DependencyUnavailableException when Tencent does not answer, or answers with anything but a verdict
     */
    Optional<WechatPerson> exchange(String accountId, String code) {
        WechatSettings.Account account = accounts.get(accountId);
        if (account == null || account.appId().isBlank()) {
            throw ProblemException.invalidParameter("accountId", "no such official account");
        }
        try {
            return breaker.executeSupplier(() -> verdict(accountId, ask(account, code)));
        } catch (RestClientException | JacksonException | CallNotPermittedException e) {
            throw new DependencyUnavailableException("wechat", e);
        }
    }

    /** As text: Tencent labels its JSON as plain text. */
    private @Nullable String ask(WechatSettings.Account account, String code) {
        return client.get()
                .uri(account.apiBaseUrl() + PATH, account.appId(), account.appSecret(), code)
                .retrieve()
                .body(String.class);
    }

    private Optional<WechatPerson> verdict(String accountId, @Nullable String body) {
        JsonNode answer = json.readTree(body == null ? "{}" : body);
        int error = answer.path("errcode").asInt(0);
        if (REFUSALS.contains(error)) {
            return Optional.empty();
        }
        String openid = answer.path("openid").asString("");
        if (error != 0 || openid.isBlank()) {
            log.warn("wechat answered a login code with errcode {}", error);
            throw new DependencyUnavailableException("wechat", null);
        }
        String unionid = answer.path("unionid").asString("");
        return Optional.of(new WechatPerson(accountId, openid, unionid.isBlank() ? null : unionid));
    }
}
