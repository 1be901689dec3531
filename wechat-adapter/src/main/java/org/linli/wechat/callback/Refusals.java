package org.linli.wechat.callback;

import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a callback is turned away. None of them repeats what was sent. */
final class Refusals {
    private Refusals() {}

    static ProblemException invalidSignature() {
        return ProblemException.of(HttpStatus.FORBIDDEN, "invalid-signature");
    }

    static ProblemException plaintextRefused() {
        return ProblemException.of(HttpStatus.FORBIDDEN, "plaintext-refused");
    }

    static ProblemException malformedBody() {
        return ProblemException.of(HttpStatus.BAD_REQUEST, "malformed-body");
    }

    static ProblemException unknownAccount() {
        return ProblemException.notFound();
    }

    static ProblemException invalidParameter(String field, String expected) {
        return ProblemException.invalidParameter(field, "(expected: " + expected + ")");
    }
}
