package org.linli.starter.crypto;

import java.util.Locale;
import org.linli.starter.web.ProblemException;
import org.linli.starter.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A stored value that was altered or put somewhere else is nobody's typing error: the log says which it is. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableFieldAdvice {
    private static final Logger log = LoggerFactory.getLogger(UnreadableFieldAdvice.class);

    private final Problems problems;

    UnreadableFieldAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({UnreadableFieldException.class, UnknownKeyException.class})
    ResponseEntity<Object> unreadable(RuntimeException e, Locale locale) {
        log.error("stored personal data cannot be read: {}", e.getMessage());
        return problems.answer(ProblemException.of(HttpStatus.INTERNAL_SERVER_ERROR, "data-unreadable"), locale);
    }
}
