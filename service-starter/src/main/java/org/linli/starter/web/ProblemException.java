package org.linli.starter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way to the caller as RFC 9457 problem details. The {@code detail} text comes from the message
 * bundle under {@code problem.<code>}, in the caller's language.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<FieldProblem> errors;
    private final @Nullable Integer retryAfterSeconds;

    private ProblemException(
            HttpStatus status, String code, List<FieldProblem> errors, @Nullable Integer retryAfter, Object... args) {
        super(status.value() + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.arguments = args;
        this.retryAfterSeconds = retryAfter;
    }

    public static ProblemException of(HttpStatus status, String code, Object... arguments) {
        return new ProblemException(status, code, List.of(), null, arguments);
    }

    /** 400 {@code invalid-parameter}, naming the field: {@code detail} says what was given and what is expected. */
    public static ProblemException invalidParameter(String field, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-parameter",
                List.of(new FieldProblem(field, "invalid", detail)),
                null,
                field);
    }

    /** 400 {@code invalid-parameter} with one entry per wrong field. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-parameter", List.copyOf(errors), null);
    }

    public static ProblemException notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found");
    }

    public static ProblemException forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** 409 with the state's code. */
    public static ProblemException conflict(String code, Object... arguments) {
        return of(HttpStatus.CONFLICT, code, arguments);
    }

    /** 409 with one entry per thing in the way. */
    public static ProblemException conflict(String code, List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.CONFLICT, code, List.copyOf(errors), null);
    }

    /** 422: a rule refused; the code is the rule's. */
    public static ProblemException refused(String code, Object... arguments) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
    }

    /** 422 with one entry per failed rule. */
    public static ProblemException refused(String code, List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, errors, null);
    }

    /** 503 with Retry-After: something we depend on is down. */
    public static ProblemException dependencyUnavailable() {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "dependency-unavailable", List.of(), 2);
    }

    public static ProblemException rateLimited(int retryAfterSeconds) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", List.of(), retryAfterSeconds);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
