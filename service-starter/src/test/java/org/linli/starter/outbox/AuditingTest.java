package org.linli.starter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.UserRegistered;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.StarterTestApplication;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every saved change leaves a row for the audit trail in the same document (rule P-3). The broker is away: rows stay. */
@SpringBootTest(
        classes = StarterTestApplication.class,
        properties = {
            "spring.config.import=classpath:linli-defaults.yml",
            "spring.application.name=starter-test",
            "linli.events.own-prefix=user",
            "spring.kafka.listener.auto-startup=false"
        })
class AuditingTest {
    private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

    @Autowired
    MongoTemplate mongo;

    @Autowired
    OutboxRelay relay;

    @Autowired
    AuditNotes notes;

    @Autowired
    JsonMapper json;

    private AggregateStore<Seat> seats;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> LocalStack.mongoUri("starter_audit"));
        registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:1");
    }

    @BeforeEach
    void somebodyCalls() {
        seats = new AggregateStore<>(mongo, relay, Seat.class, "seats");
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(Jwt.withTokenValue("x")
                        .header("alg", "RS256")
                        .subject("clerk-1")
                        .claim("kind", "staff")
                        .claim("roles", List.of("CLERK", "ADMIN"))
                        .claim("org", "A")
                        .claim("deputyFor", "clerk-2")
                        .build()));
        MDC.put("requestId", "request-1");
    }

    @AfterEach
    void nobodyCalls() {
        SecurityContextHolder.clearContext();
        MDC.clear();
    }

    @Test
    void something_new_leaves_a_row_with_all_its_facts_and_its_author() {
        Seat seat = seats.insert(new Seat(Ids.next()));
        JsonNode row = onlyRow(seat.id());
        assertThat(row.path("action").asString()).isEqualTo("seat-created");
        assertThat(row.path("organisation").asString()).isEqualTo("A");
        assertThat(row.path("organisationPath").asString()).isEqualTo("/hq/A/");
        assertThat(row.path("targetId").asString()).isEqualTo(seat.id());
        assertThat(facts(row, "before")).isEmpty();
        assertThat(facts(row, "after")).isEqualTo(Map.of("colour", "red", "legs", "4"));
        assertThat(row.path("actor").path("subject").asString()).isEqualTo("clerk-1");
        assertThat(row.path("actor").path("roles").toString()).isEqualTo("[\"ADMIN\",\"CLERK\"]");
        assertThat(row.path("actor").path("onBehalfOf").asString()).isEqualTo("clerk-2");
        assertThat(row.path("requestId").asString()).isEqualTo("request-1");
    }

    @Test
    void a_change_leaves_only_what_differs_and_the_reason() {
        String id = existing();
        seats.change(id, seat -> seat.paint("blue", "worn"));
        JsonNode row = onlyRow(id);
        assertThat(row.path("action").asString()).isEqualTo("seat-changed");
        assertThat(facts(row, "before")).isEqualTo(Map.of("colour", "red"));
        assertThat(facts(row, "after")).isEqualTo(Map.of("colour", "blue"));
        assertThat(row.path("reason").asString()).isEqualTo("worn");
    }

    @Test
    void a_change_that_raises_an_event_is_named_after_it() {
        String id = existing();
        seats.change(id, Seat::sell);
        JsonNode row = onlyRow(id);
        assertThat(row.path("action").asString()).isEqualTo("user-registered");
        assertThat(Instant.parse(row.path("at").asString())).isEqualTo(NOON);
    }

    @Test
    void nothing_changed_leaves_nothing() {
        String id = existing();
        seats.change(id, seat -> seat.paint("red", "again"));
        seats.change(id, seat -> false, saved -> saved);
        assertThat(rows(id)).isEmpty();
    }

    @Test
    void without_a_caller_the_service_did_it() {
        String id = existing();
        SecurityContextHolder.clearContext();
        seats.change(id, seat -> seat.paint("green", null));
        JsonNode actor = onlyRow(id).path("actor");
        assertThat(actor.path("subject").asString()).isEqualTo("starter-test");
        assertThat(actor.path("kind").asString()).isEqualTo("system");
    }

    @Test
    void many_new_ones_leave_a_row_each() {
        Seat first = new Seat(Ids.next());
        Seat second = new Seat(Ids.next());
        seats.insertNew(List.of(first, second));
        assertThat(onlyRow(first.id()).path("action").asString()).isEqualTo("seat-created");
        assertThat(onlyRow(second.id()).path("action").asString()).isEqualTo("seat-created");
    }

    @Test
    void what_keeps_its_own_history_leaves_nothing() {
        AggregateStore<StarterTestApplication.Guest> guests =
                new AggregateStore<>(mongo, relay, StarterTestApplication.Guest.class, "silent_guests");
        StarterTestApplication.Guest guest = new StarterTestApplication.Guest(Ids.next());
        guest.visit(NOON);
        guests.insert(guest);
        assertThat(guests.find(guest.id()).orElseThrow().outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("user-registered");
    }

    @Test
    void a_note_is_stored_when_the_call_returns() {
        String target = Ids.next();
        notes.write(
                "phone-revealed",
                target,
                AuditView.of("seat", "/hq/A/").with("field", "phone").because("called back"));
        List<Document> stored = mongo.findAll(Document.class, "audit_notes").stream()
                .filter(note -> note.toJson().contains(target))
                .toList();
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).toJson()).contains("phone-revealed", "called back", "clerk-1", "request-1");
    }

    private String existing() {
        Seat seat = seats.insert(new Seat(Ids.next()));
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(seat.id())), new Update().set("outbox", List.of()), "seats");
        return seat.id();
    }

    private JsonNode onlyRow(String id) {
        List<JsonNode> rows = rows(id);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<JsonNode> rows(String id) {
        return seats.find(id).orElseThrow().outbox().stream()
                .flatMap(event -> Stream.concat(Stream.of(event), event.row().stream()))
                .filter(event -> event.type().equals("audit-recorded"))
                .map(event -> json.readTree(event.dataJson()))
                .toList();
    }

    private static Map<String, String> facts(JsonNode row, String side) {
        Map<String, String> facts = new TreeMap<>();
        row.path(side)
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return facts;
    }

    static class Seat extends AggregateRoot {
        private String colour = "red";
        private String why;
        private boolean sold;

        Seat(String id) {
            super(id);
        }

        boolean paint(String next, String reason) {
            colour = next;
            why = reason;
            return true;
        }

        boolean sell() {
            sold = true;
            raise(new UserRegistered(id(), "seat"), NOON);
            return true;
        }

        @Override
        protected AuditView audit() {
            AuditView view =
                    AuditView.of("seat", "/hq/A/").with("colour", colour).with("legs", 4);
            return (sold ? view.with("sold", true) : view).because(why);
        }
    }
}
