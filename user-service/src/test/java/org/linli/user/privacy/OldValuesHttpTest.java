package org.linli.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Rule P-4: what was stored before values were bound to their place is read, and bound by a re-wrapping run. */
class OldValuesHttpTest extends PeopleHttpTest {
    private static final String INVITATIONS = "/api/v1/me/merchant/invitations";
    private static final String MEMBERS = "/api/v1/me/merchant/members";
    private static final String REWRAPPING = "/api/v1/admin/data-keys/user-service/rewrapping";
    /** The published one of a developer's machine. */
    private static final byte[] WRAPPING_KEY = "local-only-field-wrapping-key-01".getBytes(StandardCharsets.UTF_8);

    private final String merchant = "m" + Ids.next();
    private final String phone = newPhone();
    private final String invited = newPhone();
    private final byte[] dataKey = Arrays.copyOf(phone.getBytes(StandardCharsets.UTF_8), 32);
    private final String keyId = Ids.next();
    private String owner;
    private String ownerId;

    @BeforeEach
    void somebodyOfLongAgo() throws Exception {
        owner = merchantPerson(merchant, phone, "OWNER");
        ownerId = userId(owner);
        tell(INVITATIONS, owner, Map.of("phone", invited, "role", "CASHIER")).andExpect(status().isCreated());
        mongo.getCollection("data_keys")
                .insertOne(new Document("_id", keyId)
                        .append("algorithm", "A256GCM")
                        .append("wrappingKeyId", "local")
                        .append("wrapped", sealed(WRAPPING_KEY, "local", dataKey))
                        .append("createdAt", Date.from(Instant.EPOCH))
                        .append("version", 0L));
        put("users", ownerId, "personEncrypted", old(phone));
        put("merchant_teams", merchant, "invitations.0.phoneEncrypted", old(invited));
    }

    private String old(String text) throws Exception {
        String head = "e1:A256GCM:" + keyId + ":";
        return head + Base64.getEncoder().encodeToString(sealed(dataKey, head, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sealed(byte[] key, String bound, byte[] plain) throws Exception {
        byte[] iv = Ids.next().substring(0, 12).getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = Arrays.copyOf(iv, 12 + cipher.getOutputSize(plain.length));
        cipher.doFinal(plain, 0, plain.length, sealed, 12);
        return sealed;
    }

    private void put(String collection, String id, String path, String value) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update(path, value), collection);
    }

    private void shown() throws Exception {
        ask(MEMBERS, owner).andExpect(jsonPath("$.items[0].phone").value(new Phone(phone).masked()));
        ask(INVITATIONS, owner).andExpect(jsonPath("$.items[0].phone").value(new Phone(invited).masked()));
    }

    @Test
    void old_values_are_shown_and_a_run_binds_them_also_those_in_lists() throws Exception {
        shown();
        tell(REWRAPPING, administrator(), null).andExpect(status().isAccepted());
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !body(ask(REWRAPPING, administrator())).path("running").asBoolean());
        assertThat(mongo.findById(ownerId, Document.class, "users").getString("personEncrypted"))
                .startsWith("e2:");
        assertThat(mongo.findById(merchant, Document.class, "merchant_teams").toJson())
                .contains("e2:")
                .doesNotContain("e1:A256GCM:");
        shown();
    }
}
