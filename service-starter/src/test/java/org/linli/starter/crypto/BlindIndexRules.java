package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rule P-4: found by a keyed hash that never changes. */
class BlindIndexRules {
    private final BlindIndex index = new BlindIndex("h".repeat(32).getBytes());

    /** Ids derive from these: were one to change, everybody would become somebody else. */
    @Test
    void hashes_stay_what_they_have_always_been() {
        assertThat(index.index("phone", "13800000001"))
                .isEqualTo("86ae266d40b17520f487237864c952ea46381f7810d8c2ab2c84a653c6c54c98");
        assertThat(index.index("openid", "hq", "o-某人-1"))
                .isEqualTo("f68cfc855970e7d6b3ac820f69469ba93b0bb85d2e03863708a1b7b8ff7779b1");
        assertThat(index.index("a")).isEqualTo("b7c7dc8f3fb7c5c4675caace2810c93c8623f7c957186720bac88ed620c9499f");
    }

    @Test
    void a_hash_depends_on_the_key_the_purpose_and_where_the_parts_end() {
        assertThat(index.index("a", "bc"))
                .isEqualTo(index.index("a", "bc"))
                .isNotEqualTo(index.index("ab", "c"))
                .isNotEqualTo(index.index("a", "b", "c"))
                .isNotEqualTo(new BlindIndex("x".repeat(32).getBytes()).index("a", "bc"));
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new BlindIndex(new byte[31])).hasMessage("PHONE_HASH_KEY: 31 bytes (expected: >= 32)");
    }
}
