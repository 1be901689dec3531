package org.linli.user.binding;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the bank over HTTP; its words end here. */
@Component
class CoreBankingClient implements CoreBanking {
    private final RestClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "bank",
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(10)
                    .slidingWindowSize(20)
                    .waitDurationInOpenState(Duration.ofSeconds(3))
                    .ignoreExceptions(HttpClientErrorException.class)
                    .build());

    CoreBankingClient(CoreBankingSettings settings) {
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
    }

    private record Question(String name, String idNumber, String phone) {
        @Override
        public String toString() {
            return "Question[hidden]";
        }
    }

    private record Identified(@Nullable String customerNumber) {}

    private record Relation(boolean borrower) {}

    @Override
    public Optional<String> identify(Claim claim) {
        Question question = new Question(
                claim.name(), claim.idNumber().characters(), claim.phone().digits());
        try {
            Identified answer = guarded(() -> client.post()
                    .uri("/customers/identification")
                    .body(question)
                    .retrieve()
                    .body(Identified.class));
            String number = answer == null ? null : answer.customerNumber;
            if (number == null || number.isBlank()) {
                throw new DependencyUnavailableException("bank", null);
            }
            return Optional.of(number);
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode().value() == HttpStatus.UNPROCESSABLE_CONTENT.value()) {
                return Optional.empty();
            }
            throw new DependencyUnavailableException("bank", null);
        }
    }

    @Override
    public boolean isBorrower(String customerNumber) {
        try {
            Relation relation = guarded(() -> client.get()
                    .uri("/customers/{number}", customerNumber)
                    .retrieve()
                    .body(Relation.class));
            if (relation == null) {
                throw new DependencyUnavailableException("bank", null);
            }
            return relation.borrower;
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode().value() == HttpStatus.NOT_FOUND.value()) {
                return false;
            }
            throw new DependencyUnavailableException("bank", null);
        }
    }

    private <T> @Nullable T guarded(Supplier<@Nullable T> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException | CallNotPermittedException e) {
            // without the cause: its text may repeat what was asked
            throw new DependencyUnavailableException("bank", null);
        }
    }
}
