package org.linli.starter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.UserRegistered;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.LoggedIn;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as one can be: what the starter's tests run. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class StarterTestApplication {

    /** Raises one event per visit. */
    public static class Guest extends AggregateRoot {
        private int visits;

        public Guest(String id) {
            super(id);
        }

        public void visit(Instant at) {
            visits++;
            raise(new UserRegistered(id(), "visit-" + visits), at);
        }

        public int visits() {
            return visits;
        }

        @Override
        protected AuditView audit() {
            return AuditView.NONE;
        }
    }

    @Bean
    AggregateStore<Guest> guests(MongoOperations mongo, OutboxRelay relay) {
        return new AggregateStore<>(mongo, relay, Guest.class, "guests");
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    /** Remembers what arrived; fails on demand. */
    public static class Listener {
        public final List<EventEnvelope> seen = new CopyOnWriteArrayList<>();
        public volatile String poison = "none";

        @KafkaListener(topics = "user.user.v1", groupId = "starter-test")
        void on(ConsumerRecord<String, byte[]> record) {
            EventEnvelope event = EventEnvelope.parse(record.value());
            if (event.subject().equals(poison)) {
                throw new IllegalStateException("cannot digest this one");
            }
            seen.add(event);
        }
    }

    /** A money-moving endpoint. */
    @RestController
    public static class Orders {
        private final Idempotency idempotency;
        public int placed;

        Orders(Idempotency idempotency) {
            this.idempotency = idempotency;
        }

        record Order(@NotBlank String article, int pieces, Instant until) {}

        record Placed(int number, String article) {}

        @Allowed("order.place")
        @PostMapping("/orders/{shop}")
        Placed place(@PathVariable String shop, @Valid @RequestBody Order order, Caller caller, IdempotencyKey key) {
            return idempotency.once(key, order, Placed.class, () -> {
                if (order.article.equals("unicorn")) {
                    throw ProblemException.notFound();
                }
                return new Placed(++placed, order.article);
            });
        }

        @Allowed(value = "shop.keep", own = "shop")
        @GetMapping("/shops/{shop}")
        String shop(@PathVariable String shop) {
            return shop;
        }

        @Open
        @GetMapping("/open")
        String open() {
            throw new IllegalStateException("secret details of person 13800000001");
        }
    }

    /** Declares for all, and otherwise for some. */
    @RestController
    @Allowed("desk.read")
    @RequestMapping("/desk")
    public static class Desk {
        @GetMapping
        String read() {
            return "read";
        }

        @Allowed("desk.write")
        @PostMapping
        String write() {
            return "written";
        }

        @Open
        @GetMapping("/hours")
        String hours() {
            return "9 to 5";
        }

        @LoggedIn
        @GetMapping("/name")
        String name(Caller caller) {
            return caller.subject();
        }

        @Allowed({"desk.read", "desk.write"})
        @GetMapping("/scope")
        List<String> scope(Caller caller) {
            return caller.scope();
        }

        @Allowed(value = "desk.read", own = "drawer")
        @GetMapping("/drawer")
        String drawer() {
            return "a drawer";
        }
    }

    /** Its author forgot to say who may. */
    @RestController
    public static class Forgotten {
        @GetMapping("/forgotten")
        String forgotten() {
            return "nobody sees this";
        }
    }
}
