package org.linli.starter.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.StarterTestApplication;
import org.linli.starter.outbox.AuditCostBenchmark.Subject;
import org.linli.starter.security.Allowed;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * By hand: what the audit row adds to a write as a caller meets it, a request over HTTP that changes one aggregate of
 * six facts. Both kinds in turn over one connection, each request straight after the other; the token is taken
 * unchecked, which makes the request cheaper than a real one. See benchmarks/README.md.
 */
class AuditedRequestBenchmark {
    private static final int AGGREGATES = 100;
    private static final int WARM_UP = Integer.getInteger("warmUp", 20_000);
    private static final int REQUESTS = Integer.getInteger("requests", 20_000);

    /** The smallest write there is: nothing to look up, nothing to validate. */
    @RestController
    static class Subjects {
        private final AggregateStore<Subject> store;

        Subjects(AggregateStore<Subject> store) {
            this.store = store;
        }

        record Visit(Instant at) {}

        record Visited(String id) {}

        @Allowed("subject.visit")
        @PostMapping("/subjects/{id}/visits")
        Visited visit(@PathVariable String id, @RequestBody Visit visit) {
            store.change(id, subject -> {
                subject.visit(visit.at);
                return true;
            });
            return new Visited(id);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        AggregateStore<Subject> subjects(MongoOperations mongo, OutboxRelay relay) {
            return new AggregateStore<>(mongo, relay, Subject.class, "subjects");
        }

        @Bean
        Subjects subjectsController(AggregateStore<Subject> subjects) {
            return new Subjects(subjects);
        }

        @Bean
        JwtDecoder anyToken() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("clerk")
                    .claim("kind", "staff")
                    .claim("org", "B01")
                    .claim("roles", List.of("BRANCH_MANAGER"))
                    .claim("may", Map.of("*", List.of("subject.visit")))
                    .build();
        }
    }

    @Test
    void compare() {
        try (ConfigurableApplicationContext service = service()) {
            int port = Integer.parseInt(String.valueOf(service.getEnvironment().getProperty("local.server.port")));
            @SuppressWarnings("unchecked")
            AggregateStore<Subject> store = (AggregateStore<Subject>) service.getBean("subjects", AggregateStore.class);
            List<String> told = insert(store, true);
            List<String> silent = insert(store, false);
            pairs(port, told, silent, WARM_UP);
            long[][] nanos = pairs(port, told, silent, REQUESTS);
            report(nanos[0], nanos[1]);
        }
    }

    private static ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(StarterTestApplication.class, Wiring.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--spring.config.import=classpath:linli-defaults.yml",
                        "--spring.application.name=audited-request",
                        "--linli.events.own-prefix=user",
                        "--server.port=0",
                        "--spring.mongodb.uri=" + LocalStack.mongoUri("audited_request"),
                        "--spring.kafka.bootstrap-servers=" + LocalStack.kafka(),
                        "--spring.kafka.listener.auto-startup=false");
    }

    private static List<String> insert(AggregateStore<Subject> store, boolean told) {
        return LongStream.range(0, AGGREGATES)
                .mapToObj(i -> store.insert(new Subject(Ids.next(), told)).id())
                .toList();
    }

    /** Who is asked first changes with each pair: whatever drifts meanwhile falls on both. */
    private static long[][] pairs(int port, List<String> told, List<String> silent, int count) {
        long[][] nanos = new long[2][count];
        for (int i = 0; i < count; i++) {
            for (int turn = 0; turn < 2; turn++) {
                int which = (i + turn) % 2;
                List<String> subjects = which == 0 ? told : silent;
                nanos[which][i] = visit(port, subjects.get(i % AGGREGATES));
            }
        }
        return nanos;
    }

    private static long visit(int port, String id) {
        long begun = System.nanoTime();
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/subjects/" + id + "/visits")
                            .toURL()
                            .openConnection();
            request.setRequestMethod("POST");
            request.setDoOutput(true);
            request.setRequestProperty("Authorization", "Bearer any");
            request.setRequestProperty("Content-Type", "application/json");
            request.getOutputStream().write("{\"at\":\"2026-11-01T04:00:00Z\"}".getBytes(StandardCharsets.UTF_8));
            if (request.getResponseCode() != 200) {
                throw new IllegalStateException("refused with " + request.getResponseCode());
            }
            request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - begun;
    }

    private static void report(long[] withRow, long[] without) {
        line("with row   ", withRow);
        line("without row", without);
        System.out.printf(
                "ratio of p50 %.3f, of mean %.3f%n",
                (double) at(withRow, 50) / at(without, 50), mean(withRow) / mean(without));
    }

    private static void line(String name, long[] nanos) {
        System.out.printf(
                "%s  %d requests, p50 %d us, p99 %d us, mean %.0f us%n",
                name, nanos.length, at(nanos, 50) / 1_000, at(nanos, 99) / 1_000, mean(nanos) / 1e3);
    }

    private static long at(long[] nanos, int percentile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percentile / 100];
    }

    private static double mean(long[] nanos) {
        return Arrays.stream(nanos).average().orElse(0);
    }
}
