package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.data.mongodb.core.MongoOperations;

/** What starts with which settings, and where. */
class CryptoConfigurationTest {
    private static final String GOOD = "linli.crypto.field-keys=k1:" + Keys.base64(32, 'g');
    private static final String PUBLISHED =
            Base64.getEncoder().encodeToString("local-only-0123456789-0123456789".getBytes());

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(CryptoConfiguration.class)
            .withBean(MongoOperations.class, Keys::emptyStore)
            .withBean(Clock.class, Clock::systemUTC);

    private static ContextConsumer<AssertableApplicationContext> refusal(String message) {
        return context -> assertThat(context.getStartupFailure()).rootCause().hasMessage(message);
    }

    @Test
    void a_service_that_says_nothing_about_it_starts_without() {
        service.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(FieldCipher.class));
    }

    @Test
    void a_service_with_keys_encrypts_and_needs_a_hash_key_only_to_look_up() {
        service.withPropertyValues(GOOD).run(context -> {
            SealedField field = context.getBean(FieldCipher.class).field("people", "phone");
            assertThat(field.decrypt("p1", field.encrypt("p1", "x"))).isEqualTo("x");
            assertThat(context).hasSingleBean(Rewrapping.class);
        });
        service.withPropertyValues(GOOD)
                .withBean("finder", String.class, () -> "")
                .run(context -> assertThat(
                                org.assertj.core.api.Assertions.catchThrowable(() -> context.getBean(BlindIndex.class)))
                        .rootCause()
                        .hasMessage("PHONE_HASH_KEY is not set"));
    }

    @Test
    void sm4_is_a_setting() {
        service.withPropertyValues(
                        "linli.crypto.algorithm=SM4GCM", "linli.crypto.field-keys=k1:" + Keys.base64(16, 'g'))
                .run(context -> assertThat(context.getBean(FieldCipher.class)
                                .field("people", "phone")
                                .encrypt("p1", "x"))
                        .startsWith("e2:SM4GCM:"));
    }

    @Test
    void exactly_one_holder_of_wrapping_keys_is_demanded() {
        String message = "exactly one of FIELD_KEYS and KMS_URL must be set";
        service.withPropertyValues("linli.crypto.field-keys=").run(refusal(message));
        service.withPropertyValues(GOOD, "linli.crypto.kms-url=http://kms").run(refusal(message));
        service.withPropertyValues("linli.crypto.kms-url=http://kms")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void published_keys_open_nothing_but_a_developers_machine() {
        String published = "linli.crypto.field-keys=k1:" + PUBLISHED;
        String message = "the published default of FIELD_KEYS may exist in the profile 'local' only";
        service.withPropertyValues(published).run(refusal(message));
        service.withPropertyValues(published, "spring.profiles.active=local,cluster")
                .run(refusal(message));
        service.withPropertyValues(published, "spring.profiles.active=local")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void settings_show_no_key() {
        service.withPropertyValues(GOOD)
                .run(context ->
                        assertThat(context.getBean(CryptoSettings.class)).hasToString("CryptoSettings[hidden]"));
    }
}
