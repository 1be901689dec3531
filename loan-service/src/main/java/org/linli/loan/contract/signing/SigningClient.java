package org.linli.loan.contract.signing;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Speaks to the signing platform over HTTP. */
@Component
class SigningClient implements SigningPlatform {
    private static final String NAME = "signing";

    private final RestClient client;

    SigningClient(SigningSettings settings) {
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

    /** Other people's answers may lack anything. */
    private record Answer(
            @Nullable String reference,
            @Nullable List<String> documentHashes,
            @Nullable List<PartyAnswer> parties,
            boolean expired) {}

    private record PartyAnswer(
            @Nullable String partyId,
            @Nullable String status,
            @Nullable Instant at) {}

    @Override
    public void request(SigningRequest request) {
        try {
            client.post().uri("/requests").body(request).retrieve().toBodilessEntity();
        } catch (RestClientException e) {
            // Without the cause: its text may repeat what was asked.
            throw new DependencyUnavailableException(NAME, null);
        }
    }

    @Override
    public Optional<SigningState> state(String reference) {
        try {
            Answer answer = client.get()
                    .uri("/requests/{reference}", reference)
                    .retrieve()
                    .body(Answer.class);
            return Optional.of(translate(answer));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        } catch (RestClientException e) {
            throw new DependencyUnavailableException(NAME, null);
        }
    }

    private static SigningState translate(@Nullable Answer answer) {
        if (answer == null || answer.reference == null || answer.documentHashes == null || answer.parties == null) {
            throw new DependencyUnavailableException(NAME, null);
        }
        Map<String, Instant> signed = new TreeMap<>();
        for (PartyAnswer party : answer.parties) {
            if ("SIGNED".equals(party.status) && party.partyId != null && party.at != null) {
                signed.put(party.partyId, party.at);
            }
        }
        List<String> refused = answer.parties.stream()
                .filter(party -> "REFUSED".equals(party.status))
                .map(party -> String.valueOf(party.partyId))
                .toList();
        return new SigningState(answer.reference, answer.documentHashes, signed, refused, answer.expired);
    }
}
