package org.linli.geosearch.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Where the listeners that share the work of indexing are in the topics they follow. The broker knows it, so every
 * instance says the same, also of partitions that another one reads.
 */
@Component
class ListenerGroup implements DisposableBean {
    private static final int SECONDS_TO_ANSWER = 5;

    private final KafkaAdmin admin;
    private final String group;
    private @Nullable Admin client;

    ListenerGroup(KafkaAdmin admin, @Value("${spring.kafka.consumer.group-id}") String group) {
        this.admin = admin;
        this.group = group;
    }

    /**
     * Sums over all partitions, in records.
     *
     * @param applied up to where the group has committed
     * @param published up to where there is anything
     */
    record Position(long applied, long published) {
        long waiting() {
            return Math.max(0, published - applied);
        }
    }

    String name() {
        return group;
    }

    /** @throws DependencyUnavailableException when the broker does not answer */
    Map<TopicPartition, OffsetAndMetadata> committed() {
        return answerOf(client().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** @throws DependencyUnavailableException when the broker does not answer */
    Position position() {
        // Before the ends: what is committed meanwhile would otherwise look like more than there is.
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Collection<TopicDescription> topics = answerOf(
                        client().describeTopics(FollowedTopics.NAMES).allTopicNames())
                .values();
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        for (TopicDescription topic : topics) {
            topic.partitions().forEach(partition -> {
                TopicPartition of = new TopicPartition(topic.name(), partition.partition());
                first.put(of, OffsetSpec.earliest());
                last.put(of, OffsetSpec.latest());
            });
        }
        Map<TopicPartition, ListOffsetsResultInfo> begins =
                answerOf(client().listOffsets(first).all());
        long applied = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> begin : begins.entrySet()) {
            OffsetAndMetadata at = committed.get(begin.getKey());
            long offset = begin.getValue().offset();
            applied += at == null ? offset : Math.max(offset, at.offset());
        }
        long published = answerOf(client().listOffsets(last).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
        return new Position(applied, published);
    }

    private synchronized Admin client() {
        Admin open = client;
        if (open == null) {
            open = Admin.create(admin.getConfigurationProperties());
            client = open;
        }
        return open;
    }

    private static <T> T answerOf(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new DependencyUnavailableException("kafka", e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.close(Duration.ZERO); // nobody waits for a broker that does not answer
            client = null;
        }
    }
}
