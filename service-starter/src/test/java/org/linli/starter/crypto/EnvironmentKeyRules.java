package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule P-4: wrapping keys out of the environment, and which ones are refused. */
class EnvironmentKeyRules {
    private static final String PUBLISHED =
            Base64.getEncoder().encodeToString("local-only-0123456789-0123456789".getBytes());

    private static EnvironmentKeys keys(String pairs) {
        return new EnvironmentKeys(pairs, Algorithm.A256GCM, Keys.ELSEWHERE);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_key_wraps_and_the_others_still_unwrap(Algorithm algorithm) {
        byte[] wrapped = Keys.environment(algorithm, "k1").wrap("k1", "a data key".getBytes());
        EnvironmentKeys rotated = Keys.environment(algorithm, "k2", "k1");
        assertThat(rotated.currentKeyId()).isEqualTo("k2");
        assertThat(rotated.unwrap("k1", wrapped)).isEqualTo("a data key".getBytes());
    }

    @Test
    void the_id_of_a_key_is_sealed_into_what_it_wraps() {
        String same = Keys.base64(32, 's');
        EnvironmentKeys keys = keys("a:" + same + ",b:" + same);
        byte[] wrapped = keys.wrap("a", new byte[32]);
        assertThatThrownBy(() -> keys.unwrap("b", wrapped)).isInstanceOf(UnreadableFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", ":AAAA", "k 1:AAAA", "a:b:c"})
    void anything_but_pairs_is_refused(String pairs) {
        assertThatThrownBy(() -> keys(pairs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("FIELD_KEYS");
    }

    @Test
    void keys_of_the_wrong_length_and_ids_given_twice_are_refused() {
        String good = Keys.base64(32, 'g');
        assertThatThrownBy(() -> keys("k1:" + Keys.base64(31, 'x')))
                .hasMessage("FIELD_KEYS: key k1 has 31 bytes (expected: 32 for A256GCM)");
        assertThatThrownBy(() -> keys("k1:" + Keys.base64(16, 'x')))
                .hasMessage("FIELD_KEYS: key k1 has 16 bytes (expected: 32 for A256GCM)");
        assertThatThrownBy(() -> keys("k2:" + good + ",k1:" + Keys.base64(20, 'x')))
                .hasMessageContaining("key k1 has 20 bytes");
        assertThatThrownBy(() -> new EnvironmentKeys("k1:" + good, Algorithm.SM4GCM, Keys.ELSEWHERE))
                .hasMessage("FIELD_KEYS: key k1 has 32 bytes (expected: 16 for SM4GCM)");
        assertThatThrownBy(() -> keys("k1:" + good + ",k1:" + good)).hasMessageContaining("different ids");
    }

    @Test
    void a_published_key_is_refused_elsewhere_also_as_an_old_one() {
        assertThatThrownBy(() -> keys("k1:" + PUBLISHED)).hasMessageContaining("published default of FIELD_KEYS");
        assertThatThrownBy(() -> keys("k1:" + Keys.base64(32, 'g') + ",k0:" + PUBLISHED))
                .hasMessageContaining("published default of FIELD_KEYS");
        assertThat(new EnvironmentKeys("k1:" + PUBLISHED, Algorithm.A256GCM, new KeyText(true)).currentKeyId())
                .isEqualTo("k1");
    }
}
