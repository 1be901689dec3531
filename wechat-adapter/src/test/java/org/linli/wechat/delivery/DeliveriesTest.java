package org.linli.wechat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.linli.wechat.MongoForTests;
import org.linli.wechat.message.MessageKey;
import org.linli.wechat.message.Reply;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** The store shared by all replicas; runs unchanged against MONGODB_URI when it is set. */
class DeliveriesTest {
    private static final String URI = MongoForTests.uri();
    private static final MongoClient CLIENT = MongoClients.create(URI);
    private static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    private final Deliveries deliveries = new Deliveries(new MongoTemplate(new SimpleMongoClientDatabaseFactory(
            CLIENT, URI.substring(URI.lastIndexOf('/') + 1).replaceAll("\\?.*", ""))));
    private final MessageKey key = new MessageKey(UUID.randomUUID().toString());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void theSecondDeliverySeesThatTheFirstIsWorking() {
        assertThat(deliveries.claim(key, NOW)).isInstanceOf(Claim.First.class);
        assertThat(deliveries.claim(key, NOW.plusSeconds(5))).isInstanceOf(Claim.UnderWork.class);
    }

    /** The third delivery came after ten seconds and met an entry of ten seconds: replies are kept for minutes. */
    @Test
    void aRetryGetsTheStoredReplyForAtLeastAMinute() {
        deliveries.claim(key, NOW);
        deliveries.answered(key, new Reply("三家优惠"));
        for (int seconds : List.of(5, 10, 11, 60, 300)) {
            assertThat(deliveries.claim(key, NOW.plusSeconds(seconds)))
                    .isEqualTo(new Claim.Answered(new Reply("三家优惠")));
        }
    }

    @Test
    void workThatWasLostIsTakenOverByOneOnly() {
        deliveries.claim(key, NOW);
        Instant later = NOW.plus(Deliveries.LONGEST_WORK);
        assertThat(deliveries.look(key, later)).isInstanceOf(Claim.First.class);
        assertThat(deliveries.look(key, later)).isInstanceOf(Claim.UnderWork.class);
    }

    @Test
    void anOldEntryIsForgottenEvenWhereTheStoreDoesNotDeleteIt() {
        deliveries.claim(key, NOW);
        deliveries.answered(key, new Reply("三家优惠"));
        assertThat(deliveries.claim(key, NOW.plus(Delivery.KEPT))).isInstanceOf(Claim.First.class);
        deliveries.forgetBefore(NOW.plus(Delivery.KEPT).plusSeconds(1));
        assertThat(deliveries.claim(key, NOW.plus(Duration.ofDays(1)))).isInstanceOf(Claim.First.class);
    }

    @Test
    void ofManySimultaneousDeliveriesOneWorks() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(16);
        try {
            Callable<Claim> delivery = () -> deliveries.claim(key, NOW);
            List<Future<Claim>> claims =
                    replicas.invokeAll(Stream.generate(() -> delivery).limit(64).toList());
            int first = 0;
            for (Future<Claim> claim : claims) {
                first += claim.get() instanceof Claim.First ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        } finally {
            replicas.shutdown();
        }
    }
}
