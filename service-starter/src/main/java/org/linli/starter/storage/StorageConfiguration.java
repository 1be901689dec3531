package org.linli.starter.storage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * For services that say anything under {@code linli.storage}. Chooses the storage; the S3 client, an optional
 * dependency, is not even loaded where files do.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(StorageConfiguration.Configured.class)
@EnableConfigurationProperties({StorageSettings.class, S3Settings.class})
public class StorageConfiguration {
    /** The service keeps bytes. */
    public static class Configured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("linli.storage", Bindable.mapOf(String.class, Object.class))
                    .isBound();
        }
    }

    @Bean
    ObjectStorage objectStorage(StorageSettings settings, S3Settings s3) {
        return switch (settings.kind()) {
            case FILES -> new FileStorage(settings.directory(), settings.suffix());
            case S3 -> new GuardedStorage(new S3Storage(s3), settings);
        };
    }
}
