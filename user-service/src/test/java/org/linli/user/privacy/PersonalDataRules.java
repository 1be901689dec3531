package org.linli.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.linli.user.startup.LocalOnly;
import org.springframework.mock.env.MockEnvironment;

/** Rule P-4: encrypted at rest, found by a keyed hash. */
class PersonalDataRules {
    private final PersonalData data = with(key(32, 'h'), key(32, 'f'));

    private static PersonalData with(String hashKey, String fieldKey) {
        return new PersonalData(new PrivacySettings(hashKey, fieldKey), new LocalOnly(new MockEnvironment()));
    }

    private static String key(int bytes, char filler) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filler).repeat(bytes).getBytes());
    }

    @Test
    void what_was_encrypted_can_be_read_again() {
        assertThat(data.decrypt(data.encrypt("o-某人-1"))).isEqualTo("o-某人-1");
    }

    @Test
    void the_same_text_never_looks_the_same_twice() {
        assertThat(data.encrypt("13800000001"))
                .isNotEqualTo(data.encrypt("13800000001"))
                .doesNotContain("13800000001");
    }

    @Test
    void altered_data_is_refused() {
        char[] encrypted = data.encrypt("13800000001").toCharArray();
        encrypted[20] = encrypted[20] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> data.decrypt(new String(encrypted))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_hash_depends_on_the_key_the_purpose_and_where_the_parts_end() {
        assertThat(data.index("a", "bc"))
                .isEqualTo(data.index("a", "bc"))
                .isNotEqualTo(data.index("ab", "c"))
                .isNotEqualTo(data.index("a", "b", "c"))
                .isNotEqualTo(with(key(32, 'x'), key(32, 'f')).index("a", "bc"));
    }

    @Test
    void keys_of_the_wrong_length_are_refused() {
        assertThatThrownBy(() -> with(key(31, 'h'), key(32, 'f'))).hasMessageContaining("PHONE_HASH_KEY: 31 bytes");
        assertThatThrownBy(() -> with(key(32, 'h'), key(33, 'f'))).hasMessageContaining("FIELD_ENCRYPTION_KEY");
        assertThatThrownBy(() -> with("not base64!", key(32, 'f'))).hasMessageContaining("not Base64");
    }
}
