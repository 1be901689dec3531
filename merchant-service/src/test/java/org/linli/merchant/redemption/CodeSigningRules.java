package org.linli.merchant.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Rule M-3: a change of the signing key turns no shown code away. */
class CodeSigningRules {
    private static final Instant NOW = Instant.parse("2026-03-10T04:00:00Z");
    private static final ECKey OLD = key("k1");
    private static final ECKey NEW = key("k2");

    @Test
    void a_code_signed_before_the_change_is_still_read_after_it() {
        String shown = signing(OLD.toJSONString(), "").sign(code(), "M1");
        assertThat(signing(NEW.toJSONString(), OLD.toPublicJWK().toJSONString()).codeOf(shown))
                .contains("0123456789");
        assertThat(signing(NEW.toJSONString(), "").codeOf(shown)).isEmpty();
    }

    @Test
    void after_the_change_the_new_key_signs_and_both_are_published() {
        CodeSigning changed = signing(NEW.toJSONString(), OLD.toPublicJWK().toJSONString());
        assertThat(signing(NEW.toJSONString(), "").codeOf(changed.sign(code(), "M1")))
                .contains("0123456789");
        assertThat(changed.published().toString()).contains("k1", "k2").doesNotContain(" d=", "{d=");
    }

    @Test
    void a_previous_key_that_is_none_or_the_same_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> signing(NEW.toJSONString(), "{}")).hasMessageContaining("REDEMPTION_PREVIOUS_KEY");
        assertThatThrownBy(() -> signing(NEW.toJSONString(), NEW.toJSONString()))
                .hasMessageContaining("of its own");
    }

    private static CodeSigning signing(String key, String previous) {
        Duration some = Duration.ofMinutes(2);
        return new CodeSigning(new RedemptionSettings(some, some, some, some, key, previous), new MockEnvironment());
    }

    private static RedemptionCode code() {
        return new RedemptionCode("0123456789", "C1", NOW.plusSeconds(120), NOW, null);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
