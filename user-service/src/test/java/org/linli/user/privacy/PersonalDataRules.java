package org.linli.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.crypto.UnreadableFieldException;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Rule P-4: encrypted at rest, found by a keyed hash. */
class PersonalDataRules extends HttpTest {
    @Autowired
    PersonalData data;

    @Autowired
    MongoOperations mongo;

    @Test
    void what_was_encrypted_can_be_read_again_unless_it_was_altered() {
        SealedField field = data.field("people", "openid");
        String encrypted = field.encrypt("p1", "o-某人-1");
        assertThat(field.decrypt("p1", encrypted)).isEqualTo("o-某人-1");
        char[] altered = encrypted.toCharArray();
        altered[40] = altered[40] == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> field.decrypt("p1", new String(altered))).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void a_phone_is_stored_encrypted_only() throws Exception {
        String phone = newPhone();
        String members = "/internal/v1/merchants/m" + Ids.next() + "/members";
        String id = body(place(members, service("merchant-service"), Map.of("phone", phone, "role", "OWNER")))
                .path("userId")
                .asString();
        Document stored = mongo.findById(id, Document.class, "users");
        assertThat(stored.getString("personEncrypted")).startsWith("e2:A256GCM:");
        assertThat(data.field("users", "personEncrypted").decrypt(id, stored.getString("personEncrypted")))
                .isEqualTo(phone);
        assertThat(stored.toJson()).doesNotContain(phone);
    }

    @Test
    void the_hash_of_a_phone_is_one_for_the_purpose_phone() {
        assertThat(data.index(new Phone("13800000001")))
                .isEqualTo(data.index("phone", "13800000001"))
                .isNotEqualTo(data.index("openid", "13800000001"));
    }
}
