package org.linli.starter.web;

import com.mongodb.MongoException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.linli.starter.geo.InvalidPointException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** The one exception-to-status map. Whatever is not listed is a bug of ours: 500, logged, without details outside. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    public ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refusal(ProblemException problem, Locale locale) {
        return problems.answer(problem, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidBody(MethodArgumentNotValidException e, Locale locale) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ObjectError error : e.getBindingResult().getAllErrors()) {
            String field = error instanceof FieldError of ? of.getField() : error.getObjectName();
            errors.add(new FieldProblem(field, "invalid", text(error)));
        }
        return invalid(errors, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidParameters(HandlerMethodValidationException e, Locale locale) {
        List<FieldProblem> errors = new ArrayList<>();
        e.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> errors.add(new FieldProblem(
                                error instanceof FieldError of
                                        ? of.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                "invalid",
                                text(error)))));
        return invalid(errors, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidConstraint(ConstraintViolationException e, Locale locale) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            errors.add(new FieldProblem(violation.getPropertyPath().toString(), "invalid", violation.getMessage()));
        }
        return invalid(errors, locale);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, TypeMismatchException.class})
    ResponseEntity<Object> wrongType(TypeMismatchException e, Locale locale) {
        Class<?> type = e.getRequiredType();
        String field = e instanceof MethodArgumentTypeMismatchException named ? named.getName() : e.getPropertyName();
        String expected = type == null ? "?" : expected(type);
        return invalid(List.of(new FieldProblem(field, "invalid", "(expected: " + expected + ")")), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> noSuchPoint(InvalidPointException e, Locale locale) {
        return invalid(List.of(new FieldProblem(e.field(), "invalid", String.valueOf(e.getMessage()))), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException e, Locale locale) {
        if (BodyTooLargeException.isCauseOf(e)) {
            return problems.answer(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", List.of(), locale);
        }
        return problems.answer(HttpStatus.BAD_REQUEST, "malformed-body", UnreadableBody.fields(e), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> brokenParts(MultipartException e, Locale locale) {
        boolean tooLarge = e instanceof MaxUploadSizeExceededException || BodyTooLargeException.isCauseOf(e);
        return tooLarge
                ? problems.answer(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", List.of(), locale)
                : problems.answer(HttpStatus.BAD_REQUEST, "malformed-body", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(ServletRequestBindingException e, Locale locale) {
        return invalid(List.of(new FieldProblem(null, "missing", e.getBody().getDetail() + "")), locale);
    }

    /** Parameters that the container cannot take apart, or that the firewall lets nobody read. */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ResponseEntity<Object> unreadableParameters(Exception e, Locale locale) {
        return problems.answer(HttpStatus.BAD_REQUEST, "invalid-request", List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(OptimisticLockingFailureException e, Locale locale) {
        return problems.answer(HttpStatus.CONFLICT, "concurrent-change", List.of(), locale);
    }

    /** The store is away: the caller may try again with the same idempotency key. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        UncategorizedMongoDbException.class,
        MongoException.class,
        DependencyUnavailableException.class
    })
    ResponseEntity<Object> dependencyDown(Exception e, Locale locale) {
        log.warn("dependency unavailable: {}", e.getClass().getName());
        return problems.answer(ProblemException.dependencyUnavailable(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException e, Locale locale) {
        return problems.answer(ProblemException.forbidden(), locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> anythingElse(Exception e, Locale locale) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return problems.answer(status, code(status), List.of(), locale);
        }
        log.error("unexpected", e);
        return problems.answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", List.of(), locale);
    }

    private ResponseEntity<Object> invalid(List<FieldProblem> errors, Locale locale) {
        return problems.answer(HttpStatus.BAD_REQUEST, "invalid-parameter", errors, locale);
    }

    private static String text(MessageSourceResolvable error) {
        return String.valueOf(error.getDefaultMessage());
    }

    private static String expected(Class<?> type) {
        return type.isEnum() ? java.util.Arrays.toString(type.getEnumConstants()) : type.getSimpleName();
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONTENT_TOO_LARGE -> "payload-too-large";
            default -> "invalid-request";
        };
    }
}
