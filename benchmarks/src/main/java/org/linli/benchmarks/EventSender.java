package org.linli.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.linli.events.DomainEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.MerchantEvent;
import org.linli.events.OfferEvent;
import org.linli.events.Place;

/** Sends what merchant-service would. */
final class EventSender implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    EventSender(String broker) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "1"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void merchant(String id, String name, double lat, double lng) {
        send(
                new MerchantEvent.Approved(new MerchantEvent.State(
                        id, name, "其他", "路1号", "B01", "/hq/B01/", new Place(lat, lng), "APPROVED")),
                id,
                1);
    }

    /** @return when the broker has it */
    Future<?> offer(String id, String merchantId, String title, boolean live, long sequence) {
        Instant now = Instant.now();
        OfferEvent.State state = new OfferEvent.State(
                id,
                merchantId,
                title,
                "GIFT",
                null,
                null,
                null,
                null,
                null,
                "其他",
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(30)),
                100,
                1,
                live ? "LIVE" : "PAUSED");
        return send(live ? new OfferEvent.Changed(state) : new OfferEvent.Paused(state), id, sequence);
    }

    private Future<?> send(DomainEvent event, String subject, long sequence) {
        EventType type = EventType.of(event);
        EventEnvelope envelope = new EventEnvelope(
                UUID.randomUUID().toString(),
                type.typeName(),
                "/bench",
                subject,
                sequence,
                Instant.now(),
                EventEnvelope.write(event));
        return producer.send(new ProducerRecord<>(type.topic(), subject, envelope.toBytes()));
    }

    static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
