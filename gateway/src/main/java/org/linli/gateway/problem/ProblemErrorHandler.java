package org.linli.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replaces Boot's error page: every error that reaches the end of the chain becomes a problem, never a stack trace. */
@Component
@Order(-2)
class ProblemErrorHandler implements ErrorWebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemErrorHandler.class);

    private final Problems problems;

    ProblemErrorHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // The head is out already: break the connection so that the client cannot take a torso for the whole.
            return Mono.error(failure);
        }
        Problem problem = Failures.problemOf(failure);
        if (problem.status().is5xxServerError()) {
            report(exchange, problem, failure);
        }
        // An answer that broke off may have left its head here; the id and our own headers come back when this is sent.
        exchange.getResponse().getHeaders().clear();
        return problems.write(exchange, problem);
    }

    private static void report(ServerWebExchange exchange, Problem problem, Throwable failure) {
        String id = exchange.getResponse().getHeaders().getFirst("X-Request-Id");
        String path = exchange.getRequest().getPath().value();
        if (problem == Problem.INTERNAL_ERROR) {
            log.error("[{}] unexpected on {}", id, path, failure);
        } else {
            log.warn("[{}] {} on {}: {}", id, problem.code(), path, failure.toString());
        }
    }
}
