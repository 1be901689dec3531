package org.linli.loan.contract;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.linli.loan.contract.signing.CallbackSignature;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the signing platform says that there is news. What the news is, it is asked itself. */
@RestController
class SigningCallbackController {
    private static final int MOST_BYTES = 4096;

    private final CallbackSignature signature;
    private final SigningProgress signing;
    private final JsonMapper json;
    private final Clock clock;

    SigningCallbackController(CallbackSignature signature, SigningProgress signing, JsonMapper json, Clock clock) {
        this.signature = signature;
        this.signing = signing;
        this.json = json;
        this.clock = clock;
    }

    /** 204 also when the reference is none of ours, or nothing is new: a repetition does no harm. */
    @Open
    @PostMapping("/api/v1/signing-callbacks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void called(
            @RequestHeader(name = "X-Signing-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signing-Signature", required = false) @Nullable String signed,
            @RequestBody(required = false) byte @Nullable [] given) {
        byte[] body = given == null ? new byte[0] : given;
        if (body.length > MOST_BYTES || !signature.matches(timestamp, signed, body, clock.instant())) {
            throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-signature");
        }
        signing.news(referenceIn(body));
    }

    private String referenceIn(byte[] body) {
        try {
            return json.readTree(body).path("reference").asString("");
        } catch (JacksonException e) {
            throw ProblemException.invalidParameter("reference", "no JSON");
        }
    }
}
