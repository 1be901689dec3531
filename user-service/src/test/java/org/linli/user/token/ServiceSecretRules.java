package org.linli.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.startup.LocalOnly;
import org.springframework.mock.env.MockEnvironment;

class ServiceSecretRules {
    private static ServiceSecrets secrets(String pairs) {
        TokenSettings settings =
                new TokenSettings("", "", Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofHours(12), pairs, "");
        return new ServiceSecrets(settings, new LocalOnly(new MockEnvironment()));
    }

    @Test
    void each_service_has_its_own_secret() {
        ServiceSecrets secrets = secrets("a:0123456789abcdef, b:fedcba9876543210");
        assertThat(secrets.isRight("a", "0123456789abcdef")).isTrue();
        assertThat(secrets.isRight("b", "fedcba9876543210")).isTrue();
        assertThat(secrets.isRight("a", "fedcba9876543210")).isFalse();
        assertThat(secrets.isRight("c", "c")).isFalse();
        assertThat(secrets.isRight("a", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:short", ":0123456789abcdef", "a:0123456789abcdef,b"})
    void missing_or_short_secrets_stop_the_start(String pairs) {
        assertThatThrownBy(() -> secrets(pairs)).hasMessageStartingWith("SERVICE_SECRETS");
    }
}
