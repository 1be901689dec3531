package org.linli.user.sms;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.privacy.Phone;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands text messages to the gateway; what it does with them is its own affair. */
@Component
public class SmsGateway {
    private final RestClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "sms",
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(10)
                    .slidingWindowSize(20)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .build());

    SmsGateway(SmsSettings settings) {
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

    private record Message(String phone, String text, String reference) {}

    /** @throws DependencyUnavailableException when the gateway does not take it; it may still have been sent */
    public void send(Phone phone, String text) {
        Message message = new Message(phone.digits(), text, Ids.next());
        try {
            breaker.executeRunnable(() ->
                    client.post().uri("/messages").body(message).retrieve().toBodilessEntity());
        } catch (RestClientException | CallNotPermittedException e) {
            throw new DependencyUnavailableException("sms", e);
        }
    }
}
