package org.linli.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal of the gateway.
 *
 * @param code stable, for programs
 * @param text key of the human text in {@code messages.properties}
 * @param retryAfterSeconds answered as Retry-After
 */
public record Problem(
        HttpStatus status,
        String code,
        String text,
        @Nullable Integer retryAfterSeconds) {
    public static final Problem INVALID_ADDRESS =
            new Problem(HttpStatus.BAD_REQUEST, "invalid-parameter", "problem.invalid-address", null);
    public static final Problem INVALID_REQUEST = of(HttpStatus.BAD_REQUEST, "invalid-request");
    public static final Problem UNAUTHENTICATED = of(HttpStatus.UNAUTHORIZED, "unauthenticated");
    public static final Problem FORBIDDEN = of(HttpStatus.FORBIDDEN, "forbidden");
    public static final Problem NOT_FOUND = of(HttpStatus.NOT_FOUND, "not-found");
    public static final Problem PAGE_NOT_BUILT =
            new Problem(HttpStatus.NOT_FOUND, "not-found", "problem.page-not-built", null);
    public static final Problem METHOD_NOT_ALLOWED = of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
    public static final Problem PAYLOAD_TOO_LARGE = of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large");
    public static final Problem HEADERS_TOO_LARGE = of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large");
    public static final Problem RATE_LIMITED =
            of(HttpStatus.TOO_MANY_REQUESTS, "rate-limited").retryAfter(1);
    public static final Problem DEPENDENCY_UNAVAILABLE =
            of(HttpStatus.SERVICE_UNAVAILABLE, "dependency-unavailable").retryAfter(2);
    public static final Problem INTERNAL_ERROR = of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");

    static Problem of(HttpStatus status, String code) {
        return new Problem(status, code, "problem." + code, null);
    }

    private Problem retryAfter(int seconds) {
        return new Problem(status, code, text, seconds);
    }
}
