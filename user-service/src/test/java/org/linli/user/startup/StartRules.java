package org.linli.user.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.UserServiceApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What stops the service from starting anywhere but on a developer's machine. */
class StartRules {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static Throwable failure(String profile, String... properties) {
        try {
            new SpringApplicationBuilder(UserServiceApplication.class)
                    .web(WebApplicationType.NONE)
                    .profiles(profile.split(","))
                    .properties("spring.kafka.admin.auto-create=false", "logging.level.root=OFF")
                    .run(java.util.Arrays.stream(properties)
                            .map(property -> "--" + property)
                            .toArray(String[]::new))
                    .close();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause;
        }
        throw new AssertionError("the service started");
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_HASH_KEY",
        "FIELD_KEYS",
        "JWT_SIGNING_KEY",
        "SERVICE_SECRETS",
    })
    void without_a_secret_it_does_not_start(String missing) {
        assertThat(failure("production", everythingBut(missing))).hasMessageContaining(missing);
    }

    @Test
    void fixed_codes_stop_the_start_elsewhere() {
        String[] settings = everythingBut("");
        settings[0] = "FIXED_PHONE_CODES=13800000001:246810";
        assertThat(failure("production", settings))
                .hasMessage("FIXED_PHONE_CODES may exist in the profile 'local' only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "cluster", "local,cluster"})
    void a_login_without_second_factor_stops_the_start_elsewhere(String profiles) {
        String[] settings = everythingBut("");
        settings[0] = "STAFF_SECOND_FACTOR=off";
        assertThat(failure(profiles, settings))
                .hasMessage("STAFF_SECOND_FACTOR=off may exist in the profile 'local' only");
    }

    @Test
    void a_published_key_stops_the_start_elsewhere() {
        String[] settings = everythingBut("PHONE_HASH_KEY");
        settings[0] = "PHONE_HASH_KEY=bG9jYWwtb25seS1waG9uZS1oYXNoLWtleS0wMDAwMDE=";
        assertThat(failure("cluster", settings)).hasMessageContaining("published default of PHONE_HASH_KEY");
    }

    @Test
    void a_published_wrapping_key_stops_the_start_elsewhere() {
        String[] settings = everythingBut("FIELD_KEYS");
        settings[0] = "FIELD_KEYS=local:bG9jYWwtb25seS1maWVsZC13cmFwcGluZy1rZXktMDE=";
        assertThat(failure("cluster", settings)).hasMessageContaining("published default of FIELD_KEYS");
    }

    @Test
    void a_missing_sms_gateway_stops_the_start_elsewhere() {
        assertThat(failure("production", everythingBut("SMS_URL"))).hasMessageContaining("linli.sms");
    }

    @Test
    void a_missing_bank_stops_the_start_elsewhere() {
        assertThat(failure("production", everythingBut("BANK_URL"))).hasMessageContaining("linli.bank");
    }

    /** The first place is free for what a test adds. */
    private static String[] everythingBut(String missing) {
        String[] settings = {
            "nothing=",
            "PHONE_HASH_KEY=" + KEY,
            "FIELD_KEYS=k1:" + KEY,
            "JWT_SIGNING_KEY=" + LocalKey.PEM,
            "SERVICE_SECRETS=merchant-service:0123456789abcdef",
            "SMS_URL=http://127.0.0.1:9",
            "BANK_URL=http://127.0.0.1:9",
        };
        for (int i = 0; i < settings.length; i++) {
            if (settings[i].startsWith(missing + "=")) {
                settings[i] = "nothing=";
            }
        }
        return settings;
    }
}
