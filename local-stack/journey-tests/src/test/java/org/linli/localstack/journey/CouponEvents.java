package org.linli.localstack.journey;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.linli.localstack.api.Json;
import org.linli.localstack.launcher.Ports;
import tools.jackson.databind.JsonNode;

/** What the broker was told of coupons, read from the beginning. */
final class CouponEvents {
    private CouponEvents() {}

    /** Coupons of these offers that an event says were claimed. */
    static Set<String> claimed(RunningPlatform platform, Set<String> offerIds) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:" + platform.ports.of(Ports.Listener.KAFKA));
        Set<String> coupons = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("merchant.coupon.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    JsonNode event = Json.MAPPER.readTree(record.value());
                    JsonNode data = event.path("data");
                    if (event.path("type").asString().equals("coupon-claimed")
                            && offerIds.contains(data.path("offerId").asString())) {
                        coupons.add(data.path("couponId").asString());
                    }
                });
            }
        }
        return coupons;
    }
}
