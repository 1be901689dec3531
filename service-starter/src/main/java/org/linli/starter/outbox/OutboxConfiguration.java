package org.linli.starter.outbox;

import java.time.Clock;
import java.time.Duration;
import org.linli.starter.idempotency.Idempotency;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {
    @Bean
    OutboxRelay outboxRelay(
            MongoOperations mongo,
            KafkaOperations<String, byte[]> kafka,
            OutboxSettings settings,
            @Value("${spring.application.name}") String serviceName,
            @Value("${linli.events.own-prefix}") String ownPrefix) {
        return new OutboxRelay(mongo, new EventSender(kafka, serviceName, ownPrefix), settings);
    }

    @Bean
    AuditNotes auditNotes(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        return new AuditNotes(mongo, relay, clock);
    }

    @Bean
    Idempotency idempotency(
            MongoOperations mongo,
            JsonMapper json,
            Clock clock,
            @Value("${linli.idempotency.kept-for}") Duration keptFor) {
        return new Idempotency(mongo, json, clock, keptFor);
    }
}
