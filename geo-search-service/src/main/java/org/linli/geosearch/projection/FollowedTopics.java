package org.linli.geosearch.projection;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.linli.events.Topics;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the followed topics when their owner has not started yet: one made by the first poll has a single partition. */
@Configuration(proxyBeanMethods = false)
class FollowedTopics {
    static final List<String> NAMES = List.of(Topics.BRANCH, Topics.MERCHANT, Topics.OFFER, Topics.COUPON);

    @Bean
    KafkaAdmin.NewTopics topicsOfOthers(
            @Value("${linli.events.partitions:6}") int partitions,
            @Value("${linli.events.replicas:1}") short replicas) {
        return new KafkaAdmin.NewTopics(NAMES.stream()
                .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
                .map(topic -> TopicBuilder.name(topic)
                        .partitions(partitions)
                        .replicas(replicas)
                        .build())
                .toArray(NewTopic[]::new));
    }
}
