package org.linli.starter.picture;

import java.time.Clock;
import org.linli.starter.storage.ObjectStorage;
import org.linli.starter.storage.StorageConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** For services with a storage. Whoever uses it switches scheduling on, or discarded pictures stay. */
@Configuration(proxyBeanMethods = false)
@Conditional(StorageConfiguration.Configured.class)
@EnableConfigurationProperties(PictureSettings.class)
public class PictureConfiguration {
    @Bean
    Pictures pictures(ObjectStorage storage, MongoOperations mongo, PictureSettings settings, Clock clock) {
        return new Pictures(storage, new PictureRegister(mongo), settings, clock);
    }
}
