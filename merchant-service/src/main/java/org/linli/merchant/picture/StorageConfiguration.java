package org.linli.merchant.picture;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the storage; the S3 client is not even loaded where files do. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    @Bean
    PictureStorage pictureStorage(PictureSettings settings, S3Settings s3) {
        return switch (settings.storage()) {
            case FILES -> new FileStorage(settings.directory());
            case S3 -> new S3Storage(s3);
        };
    }
}
