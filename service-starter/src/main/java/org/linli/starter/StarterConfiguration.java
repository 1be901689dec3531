package org.linli.starter;

import com.mongodb.WriteConcern;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.linli.starter.consuming.ConsumingConfiguration;
import org.linli.starter.crypto.CryptoConfiguration;
import org.linli.starter.outbox.OutboxConfiguration;
import org.linli.starter.picture.PictureConfiguration;
import org.linli.starter.security.SecurityConfiguration;
import org.linli.starter.security.ServiceTokens;
import org.linli.starter.storage.StorageConfiguration;
import org.linli.starter.web.WebConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Everything of the starter, switched on by being on the classpath. */
@AutoConfiguration(
        before = {WebMvcAutoConfiguration.class, MessageSourceAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    OutboxConfiguration.class,
    ConsumingConfiguration.class,
    CryptoConfiguration.class,
    StorageConfiguration.class,
    PictureConfiguration.class
})
public class StarterConfiguration {
    /** Acknowledged means: on a majority of replicas and in the journal. A store that is away is told within seconds. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    ServiceTokens serviceTokens(
            @Value("${linli.user-service-url}") String userServiceUrl,
            @Value("${spring.application.name}") String service,
            @Value("${linli.security.service-secret:}") String secret,
            Clock clock) {
        return new ServiceTokens(userServiceUrl, service, secret, clock);
    }
}
