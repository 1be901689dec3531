package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Rule P-4: a field shows nothing, and shows everything again only as it was stored. */
class FieldCipherRules {
    private static final String PHONE = "13800000001";

    private final MongoTemplate store = Keys.emptyStore();

    @ParameterizedTest
    @EnumSource
    void what_was_encrypted_can_be_read_again_also_after_a_restart(Algorithm algorithm) {
        String longText = "邻里 o-某人-1 ".repeat(1_000);
        Keys.Sealing cipher = Keys.cipher(store, algorithm);
        String stored = cipher.encrypt(longText);
        assertThat(stored).matches("e2:" + algorithm + ":[0-9a-z]{13}:[A-Za-z0-9+/=]+");
        assertThat(cipher.decrypt(stored)).isEqualTo(longText);
        assertThat(Keys.cipher(store, algorithm).decrypt(stored)).isEqualTo(longText);
        assertThat(cipher.decrypt(cipher.encrypt(""))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_text_never_looks_the_same_twice(Algorithm algorithm) {
        Keys.Sealing cipher = Keys.cipher(store, algorithm);
        assertThat(cipher.encrypt(PHONE)).isNotEqualTo(cipher.encrypt(PHONE)).doesNotContain(PHONE);
    }

    @ParameterizedTest
    @EnumSource
    void a_single_altered_byte_anywhere_is_refused(Algorithm algorithm) {
        Keys.Sealing cipher = Keys.cipher(store, algorithm);
        String[] parts = cipher.encrypt(PHONE).split(":");
        byte[] sealed = Base64.getDecoder().decode(parts[3]);
        assertThat(sealed).hasSize(12 + PHONE.length() + 16);
        for (int i = 0; i < sealed.length; i++) {
            sealed[i] ^= 1;
            unreadable(cipher, parts[0], parts[1], parts[2], Base64.getEncoder().encodeToString(sealed));
            sealed[i] ^= 1;
        }
        assertThat(cipher.decrypt(String.join(":", parts))).isEqualTo(PHONE);
    }

    @Test
    void heads_cannot_be_swapped() {
        Keys.Sealing aes = Keys.cipher(store, Algorithm.A256GCM);
        Keys.Sealing otherKey = Keys.cipher(store, Algorithm.A256GCM);
        String[] one = aes.encrypt(PHONE).split(":");
        String[] other = otherKey.encrypt(PHONE).split(":");
        unreadable(aes, one[0], one[1], other[2], one[3]);
        unreadable(aes, one[0], "SM4GCM", one[2], one[3]);
        unreadable(aes, "e1", one[1], one[2], one[3]);
        unreadable(aes, "e3", one[1], one[2], one[3]);
    }

    /** The same key under another id: only the sealed head can tell. */
    @Test
    void the_head_is_sealed_into_the_data() {
        Keys.Sealing cipher = Keys.cipher(store, Algorithm.A256GCM);
        String[] parts = cipher.encrypt(PHONE).split(":");
        DataKeys.Stored key = store.findById(parts[2], DataKeys.Stored.class, DataKeys.COLLECTION);
        store.insert(
                new DataKeys.Stored("copy", key.algorithm(), "k1", key.wrapped(), key.createdAt(), 0),
                DataKeys.COLLECTION);
        unreadable(cipher, parts[0], parts[1], "copy", parts[3]);
    }

    @Test
    void both_algorithms_are_read_whichever_is_written() {
        String sm4 = Keys.cipher(store, Algorithm.SM4GCM).encrypt(PHONE);
        EnvironmentKeys changed = new EnvironmentKeys(
                "k2:" + Keys.base64(32, '2') + ",k1:" + Keys.base64(16, '1'), Algorithm.A256GCM, Keys.ELSEWHERE);
        Keys.Sealing aes = Keys.cipher(store, changed, Keys.settings(Algorithm.A256GCM, 10));
        assertThat(aes.decrypt(sm4)).isEqualTo(PHONE);
        assertThat(aes.encrypt(PHONE)).startsWith("e2:A256GCM:");
    }

    @Test
    void a_key_nobody_knows_is_named_and_the_data_is_not() {
        Keys.Sealing cipher = Keys.cipher(store, Algorithm.A256GCM);
        String[] parts = cipher.encrypt(PHONE).split(":");
        assertThatThrownBy(() -> cipher.decrypt("e2:A256GCM:nobodys:" + parts[3]))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessage("unknown data key: nobodys");
    }

    @Test
    void a_wrapping_key_that_is_gone_or_another_one_opens_nothing() {
        String stored = Keys.cipher(store, Algorithm.A256GCM).encrypt(PHONE);
        CryptoSettings settings = Keys.settings(Algorithm.A256GCM, 10);
        assertThatThrownBy(() -> Keys.cipher(store, Keys.aes("k2"), settings).decrypt(stored))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessage("unknown wrapping key: k1");
        EnvironmentKeys impostor = new EnvironmentKeys("k1:" + Keys.base64(32, 'x'), Algorithm.A256GCM, Keys.ELSEWHERE);
        assertThatThrownBy(() -> Keys.cipher(store, impostor, settings).decrypt(stored))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PHONE, "e2:A256GCM:x", "v1:AAAA", "e2:A256GCM:x:AAAA:more", "e2::::"})
    void what_is_no_encrypted_field_is_refused_without_repeating_it(String text) {
        Throwable refusal =
                catchThrowable(() -> Keys.cipher(store, Algorithm.A256GCM).decrypt(text));
        assertThat(refusal).isInstanceOf(UnreadableFieldException.class);
        assertThat(refusal.getMessage()).doesNotContain(PHONE);
    }

    @Test
    void data_that_is_cut_off_or_not_base64_is_refused() {
        Keys.Sealing cipher = Keys.cipher(store, Algorithm.A256GCM);
        String[] parts = cipher.encrypt(PHONE).split(":");
        for (String data : Map.of("", 1, "AAAA", 1, "!" + parts[3], 1, parts[3].substring(0, 36), 1)
                .keySet()) {
            unreadable(cipher, parts[0], parts[1], parts[2], data);
        }
    }

    private static void unreadable(Keys.Sealing cipher, String... parts) {
        Throwable refusal = catchThrowable(() -> cipher.decrypt(String.join(":", parts)));
        assertThat(refusal).isInstanceOf(UnreadableFieldException.class);
        assertThat(refusal.getMessage()).doesNotContain(PHONE).doesNotContain(parts[3].isEmpty() ? "\0" : parts[3]);
    }
}
