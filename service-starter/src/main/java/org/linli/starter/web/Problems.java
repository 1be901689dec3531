package org.linli.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Turns refusals into problem details, for controllers and for filters alike. */
public class Problems {
    private final MessageSource messages;
    private final JsonMapper json;

    public Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public ResponseEntity<Object> answer(ProblemException problem, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Integer retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        return new ResponseEntity<>(body(problem, locale), headers, problem.status());
    }

    ResponseEntity<Object> answer(HttpStatus status, String code, List<FieldProblem> errors, Locale locale) {
        ProblemDetail body = detail(status, code, new Object[0], locale);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** Writes the problem straight to the response: for filters, which run before any controller. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Integer retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
        }
        response.getOutputStream()
                .write(json.writeValueAsBytes(body(problem, Languages.of(request.getHeader("Accept-Language")))));
    }

    private ProblemDetail body(ProblemException problem, Locale locale) {
        ProblemDetail body = detail(problem.status(), problem.code(), problem.arguments(), locale);
        if (!problem.errors().isEmpty()) {
            body.setProperty("errors", problem.errors());
        }
        return body;
    }

    private ProblemDetail detail(HttpStatus status, String code, Object[] arguments, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setTitle(status.getReasonPhrase());
        body.setDetail(messages.getMessage("problem." + code, arguments, code, locale));
        body.setProperty("code", code);
        return body;
    }
}
