package org.linli.starter.consuming;

import com.mongodb.MongoException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.linli.events.EventType;
import org.linli.events.MalformedEventException;
import org.linli.events.Topics;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A record that fails is tried again with growing pauses. While something we depend on is away it is tried for as long
 * as it takes, because every other record would fail too; anything else goes to {@code <topic>.dlt} after a few tries,
 * with the cause in its headers. A malformed record goes there at once.
 */
@Configuration(proxyBeanMethods = false)
public class ConsumingConfiguration {
    private static final Logger log = LoggerFactory.getLogger(ConsumingConfiguration.class);

    @Bean
    CommonErrorHandler errorHandler(KafkaOperations<String, byte[]> kafka) {
        DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (record, e) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, -1));
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, backOff(5));
        handler.addNotRetryableExceptions(MalformedEventException.class);
        handler.setBackOffFunction((record, e) -> dependencyIsAway(e) ? backOff(Long.MAX_VALUE) : null);
        // One line a try instead of a page: an outage lasts for many tries.
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, e, attempt) -> log.warn(
                "{}-{}@{} failed, try {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                attempt,
                e == null
                        ? "?"
                        : NestedExceptionUtils.getMostSpecificCause(e)
                                .getClass()
                                .getName()));
        return handler;
    }

    private static BackOff backOff(long attempts) {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        backOff.setMaxAttempts(attempts);
        return backOff;
    }

    static boolean dependencyIsAway(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof DataAccessResourceFailureException
                        || cause instanceof MongoException
                        || cause instanceof DependencyUnavailableException
                        || cause instanceof java.io.IOException);
    }

    /** For listeners that take {@code List<ConsumerRecord<String, byte[]>>}. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> batchListenerFactory(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            CommonErrorHandler errors) {
        ConcurrentKafkaListenerContainerFactory<Object, Object> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        configurer.configure(factory, consumers);
        factory.setBatchListener(true);
        factory.setCommonErrorHandler(errors);
        return factory;
    }

    /** The topics that this service writes, and everyone's dead-letter topics of them. */
    @Bean
    KafkaAdmin.NewTopics ownTopics(
            @Value("${linli.events.own-prefix}") String prefix,
            @Value("${linli.events.partitions:6}") int partitions,
            @Value("${linli.events.replicas:1}") short replicas) {
        return new KafkaAdmin.NewTopics(Arrays.stream(EventType.values())
                .map(type -> type.topicOf(prefix))
                .distinct()
                .filter(topic -> topic.startsWith(prefix + "."))
                .flatMap(topic -> Stream.of(topic, topic + Topics.DEAD_LETTER_SUFFIX))
                .map(topic -> TopicBuilder.name(topic)
                        .partitions(partitions)
                        .replicas(replicas)
                        .build())
                .toArray(NewTopic[]::new));
    }
}
