package org.linli.loan.corebank;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks over HTTP; the bank's words end here. */
@Component
class CoreBankClient implements CoreBank {
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final RestClient client;
    private final JsonMapper json;

    CoreBankClient(CoreBankSettings settings, JsonMapper json) {
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
        this.json = json;
    }

    /** Other people's answers may lack anything. */
    private record Answer(
            @Nullable String reference,
            Payment.@Nullable Direction direction,
            @Nullable String loanId,
            @Nullable Long amountFen,
            @Nullable String accountNumber,
            @Nullable String bookingNumber,
            @Nullable Instant bookedAt,
            @Nullable String code) {}

    @Override
    public CoreBankAnswer pay(Payment payment) {
        return heard(
                client.post()
                        .uri("/payments")
                        .header("Idempotency-Key", payment.reference())
                        .body(payment),
                false);
    }

    @Override
    public CoreBankAnswer inquire(String reference) {
        return heard(client.get().uri("/payments/{reference}", reference), true);
    }

    private CoreBankAnswer heard(RestClient.RequestHeadersSpec<?> question, boolean inquiry) {
        try {
            return Objects.requireNonNull(question.exchange((request, response) -> translate(
                    response.getStatusCode().value(), response.getBody().readNBytes(LONGEST_ANSWER), inquiry)));
        } catch (RestClientException e) {
            // Without the cause's text: it may repeat what was asked.
            return new CoreBankAnswer.Unknown("no-answer");
        }
    }

    private CoreBankAnswer translate(int status, byte[] body, boolean inquiry) throws IOException {
        Answer answer = read(body);
        if (answer == null) {
            return new CoreBankAnswer.Unknown("http-" + status);
        }
        if (status == HttpStatus.OK.value() || status == HttpStatus.CREATED.value()) {
            return booked(answer);
        }
        String code = answer.code;
        if (status == HttpStatus.UNPROCESSABLE_CONTENT.value() && code != null) {
            return new CoreBankAnswer.Refused(code);
        }
        // A stray 404 of some proxy is no answer about a payment.
        if (inquiry && status == HttpStatus.NOT_FOUND.value() && "unknown-reference".equals(code)) {
            return new CoreBankAnswer.NotThere();
        }
        return new CoreBankAnswer.Unknown("http-" + status);
    }

    private static CoreBankAnswer booked(Answer answer) {
        if (answer.reference == null
                || answer.direction == null
                || answer.loanId == null
                || answer.amountFen == null
                || answer.accountNumber == null
                || answer.bookingNumber == null
                || answer.bookedAt == null) {
            return new CoreBankAnswer.Unknown("incomplete-answer");
        }
        return new CoreBankAnswer.Booked(new Booking(
                answer.reference,
                answer.direction,
                answer.loanId,
                answer.amountFen,
                answer.accountNumber,
                answer.bookingNumber,
                answer.bookedAt));
    }

    private @Nullable Answer read(byte[] body) {
        try {
            return json.readValue(body, Answer.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}
