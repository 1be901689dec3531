package org.linli.starter.storage;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects of one bucket. */
class S3Storage implements ObjectStorage, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(S3Storage.class);
    private static final String NAME = "object store";

    private final S3Client client;
    private final String bucket;
    private final String folder;
    private final String contentType;

    S3Storage(S3Settings settings) {
        if (settings.bucket().isBlank()
                || settings.accessKey().isBlank()
                || settings.secretKey().isBlank()) {
            throw new IllegalStateException("linli.storage.s3: bucket, access-key and secret-key are needed");
        }
        this.bucket = settings.bucket();
        this.folder = settings.folder();
        this.contentType = settings.contentType();
        this.client = client(settings);
    }

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.attemptTimeout()))
                .forcePathStyle(settings.pathStyle())
                // Compatible stores know neither the newer trailing checksums nor signed chunks.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(settings.attemptTimeout())
                        .apiCallTimeout(settings.attemptTimeout().multipliedBy(settings.attempts() + 1L))
                        .retryStrategy(retries -> retries.maxAttempts(settings.attempts())));
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    @Override
    public void put(String key, byte[] content) {
        answered(() -> client.putObject(
                request -> request.bucket(bucket).key(folder + key).contentType(contentType),
                RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return answered(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(folder + key))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String key) {
        answered(() -> client.deleteObject(request -> request.bucket(bucket).key(folder + key)));
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            // The code says whether somebody has to look: a wrong key, a missing bucket.
            log.warn("object store refuses: {} {}", e.statusCode(), code(e));
            throw new DependencyUnavailableException(NAME, e);
        } catch (SdkException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
    }

    @Override
    public void close() {
        client.close();
    }
}
