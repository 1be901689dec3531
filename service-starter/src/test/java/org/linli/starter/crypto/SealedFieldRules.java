package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Rule P-4: a value is readable where it was written, and nowhere else. */
class SealedFieldRules {
    private final MongoTemplate store = Keys.emptyStore();
    private final FieldCipher cipher = cipher(true);
    private final SealedField phone = cipher.field("people", "phone");
    private final SealedField name = cipher.field("people", "name");

    private FieldCipher cipher(boolean unboundReadable) {
        CryptoSettings settings = Keys.settings(Algorithm.A256GCM, 1_000);
        return new FieldCipher(new DataKeys(store, Keys.aes("k1"), settings, Keys.NOW), unboundReadable);
    }

    @Test
    void a_value_of_another_document_is_refused_and_the_refusal_says_where() {
        String stored = phone.encrypt("p1", "13800000001");
        assertThat(phone.decrypt("p1", stored)).isEqualTo("13800000001");
        assertThatThrownBy(() -> phone.decrypt("p2", stored))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessage("people.phone of p2: altered, under another key, or brought here from elsewhere");
    }

    @Test
    void a_value_of_another_field_of_the_same_document_is_refused() {
        String stored = phone.encrypt("p1", "13800000001");
        assertThatThrownBy(() -> name.decrypt("p1", stored))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessageStartingWith("people.name of p1: ");
    }

    @Test
    void a_value_of_another_collection_is_refused() {
        String stored = phone.encrypt("p1", "13800000001");
        assertThatThrownBy(() -> cipher.field("firms", "phone").decrypt("p1", stored))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void two_places_never_look_like_one() {
        String stored = cipher.field("a", "bc").encrypt("d", "x");
        assertThatThrownBy(() -> cipher.field("ab", "c").decrypt("d", stored))
                .isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> cipher.field("a", "b").decrypt("cd", stored))
                .isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void what_one_owner_hands_over_only_the_other_can_read() {
        String stored = phone.handOver(phone.encrypt("p1", "13800000001"), "p1", "p2");
        assertThat(phone.decrypt("p2", stored)).isEqualTo("13800000001");
        assertThatThrownBy(() -> phone.decrypt("p1", stored)).isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> phone.handOver(stored, "p1", "p3")).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void the_older_form_is_read_until_the_settings_say_that_none_is_left() {
        String stored = Keys.unbound(store, Keys.aes("k1"), "13800000001");
        assertThat(stored).startsWith("e1:");
        assertThat(phone.decrypt("p1", stored)).isEqualTo("13800000001");
        SealedField strict = cipher(false).field("people", "phone");
        assertThatThrownBy(() -> strict.decrypt("p1", stored))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessageContaining("the form e1");
        assertThat(strict.decrypt("p1", phone.encrypt("p1", "x"))).isEqualTo("x");
    }
}
