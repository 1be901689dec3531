package org.linli.starter.crypto;

import java.time.Clock;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.web.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.mongodb.core.MongoOperations;

/** For services that say anything under {@code linli.crypto}; the others keep no personal data and need no keys. */
@Configuration(proxyBeanMethods = false)
@Conditional(CryptoConfiguration.Configured.class)
@EnableConfigurationProperties(CryptoSettings.class)
public class CryptoConfiguration {
    static class Configured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("linli.crypto", Bindable.mapOf(String.class, String.class))
                    .isBound();
        }
    }

    @Bean
    KeyText keyText(Environment environment) {
        return new KeyText(environment.acceptsProfiles(Profiles.of("local & !cluster")));
    }

    @Bean
    KeyWrapping keyWrapping(CryptoSettings settings, KeyText text) {
        boolean inEnvironment = !settings.fieldKeys().isBlank();
        if (inEnvironment == !settings.kmsUrl().isBlank()) {
            throw new IllegalStateException("exactly one of FIELD_KEYS and KMS_URL must be set");
        }
        return inEnvironment
                ? new EnvironmentKeys(settings.fieldKeys(), settings.algorithm(), text)
                : new KmsClient(settings.kmsUrl(), settings.kmsToken());
    }

    @Bean
    FieldCipher fieldCipher(MongoOperations mongo, KeyWrapping wrapping, CryptoSettings settings, Clock clock) {
        return new FieldCipher(new DataKeys(mongo, wrapping, settings, clock), settings.unboundReadable());
    }

    @Bean
    Rewrapping rewrapping(MongoOperations mongo, KeyWrapping wrapping, FieldCipher cipher, Clock clock) {
        return new Rewrapping(mongo, wrapping, cipher, clock);
    }

    @Bean
    @ConditionalOnWebApplication
    RewrappingController rewrappingController(
            Rewrapping rewrapping, AuditNotes notes, @Value("${spring.application.name}") String service) {
        return new RewrappingController(rewrapping, notes, service);
    }

    @Bean
    @ConditionalOnWebApplication
    UnreadableFieldAdvice unreadableFieldAdvice(Problems problems) {
        return new UnreadableFieldAdvice(problems);
    }

    /** Only where somebody looks something up: a service that merely encrypts needs no hash key. */
    @Bean
    @Lazy
    BlindIndex blindIndex(CryptoSettings settings, KeyText text) {
        return new BlindIndex(text.bytes("PHONE_HASH_KEY", settings.hashKey()));
    }
}
