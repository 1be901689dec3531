package org.linli.loan.bureau.client;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.loan.bureau.Bureau;
import org.linli.loan.bureau.BureauSettings;
import org.linli.loan.bureau.CreditReport;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the bureau over HTTP. A question is a read with a reference: asked again it counts once, so a lost answer may be
 * asked for again. A refusal (4xx) is not: the next answer would be the same.
 */
@Component
class BureauHttpClient implements Bureau {
    private static final String BUREAU = "credit-bureau";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final RestClient client;
    private final CircuitBreaker breaker;
    private final Retry retry;

    BureauHttpClient(BureauSettings settings, CircuitBreakerRegistry breakers) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.timeout());
        this.client = RestClient.builder()
                .baseUrl(settings.url())
                .requestFactory(requests)
                .build();
        this.breaker = breakers.circuitBreaker(BUREAU);
        this.retry = Retry.of(
                BUREAU,
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2))
                        .retryExceptions(HttpServerErrorException.class, ResourceAccessException.class)
                        .build());
    }

    @Override
    public Answer ask(Question question) {
        Supplier<String> call = CircuitBreaker.decorateSupplier(breaker, () -> fetch(question));
        String raw;
        try {
            raw = Retry.decorateSupplier(retry, call).get();
        } catch (RestClientException | CallNotPermittedException e) {
            // without the cause: its text may repeat what was asked
            throw new DependencyUnavailableException(BUREAU, null);
        }
        Optional<BureauReport> read = BureauReport.read(raw);
        if (read.isEmpty()) {
            return new Unreadable();
        }
        if (!read.get().isOf(question.customerNumber())) {
            return new OfSomebodyElse();
        }
        Optional<CreditReport> facts = read.get().facts();
        return facts.isPresent() ? new Received(raw, facts.get()) : new Unreadable();
    }

    private String fetch(Question question) {
        String body = client.get()
                .uri(
                        "/reports/{number}?purpose=LOAN_APPROVAL&consent={consent}&reference={reference}",
                        question.customerNumber(),
                        question.consentReference(),
                        question.reference())
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }
}
