package org.linli.starter.crypto;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Wrapping keys that never leave a key management service: it is asked over HTTP. */
class KmsClient implements KeyWrapping {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RestClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "kms",
            CircuitBreakerConfig.custom()
                    .minimumNumberOfCalls(10)
                    .slidingWindowSize(20)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .ignoreExceptions(
                            HttpClientErrorException.NotFound.class, HttpClientErrorException.BadRequest.class)
                    .build());

    KmsClient(String url, String token) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(TIMEOUT);
        this.client = RestClient.builder()
                .baseUrl(url)
                .requestFactory(requests)
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .build();
    }

    record Current(@Nullable String keyId) {}

    /** Both directions; Base64 in JSON. */
    record Bytes(byte @Nullable [] plaintext, byte @Nullable [] ciphertext) {}

    @Override
    public String currentKeyId() {
        return present(call("", client.get().uri("/v1/keys/current"), Current.class).keyId);
    }

    @Override
    public byte[] wrap(String keyId, byte[] key) {
        return present(call(keyId, post(keyId, "wrap", Map.of("plaintext", key)), Bytes.class).ciphertext);
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped) {
        return present(call(keyId, post(keyId, "unwrap", Map.of("ciphertext", wrapped)), Bytes.class).plaintext);
    }

    private RestClient.RequestHeadersSpec<?> post(String keyId, String verb, Map<String, byte[]> body) {
        return client.post().uri("/v1/keys/{id}/{verb}", keyId, verb).body(body);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new DependencyUnavailableException("kms", null);
        }
        return value;
    }

    private <T> T call(String keyId, RestClient.RequestHeadersSpec<?> request, Class<T> type) {
        try {
            return present(breaker.executeSupplier(() -> request.retrieve().body(type)));
        } catch (HttpClientErrorException.NotFound e) {
            throw new UnknownKeyException("wrapping key", keyId);
        } catch (HttpClientErrorException.BadRequest e) {
            throw new UnreadableFieldException("the kms does not unwrap this with key " + keyId, null);
        } catch (RestClientException | CallNotPermittedException e) {
            throw new DependencyUnavailableException("kms", e);
        }
    }
}
