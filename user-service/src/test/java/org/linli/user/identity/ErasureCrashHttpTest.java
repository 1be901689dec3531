package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.crypto.UnreadableFieldException;
import org.linli.user.PeopleHttpTest;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is to be forgotten is forgotten, wherever the service dies meanwhile (rule P-4). */
class ErasureCrashHttpTest extends PeopleHttpTest {
    private static final Map<String, String> CONFIRMED = Map.of("confirmation", "FORGET ME");
    private static final List<String> ENCRYPTED = List.of(
            "personEncrypted",
            "profile.nicknameEncrypted",
            "bankCustomer.numberEncrypted",
            "bankCustomer.nameEncrypted",
            "bankCustomer.idNumberEncrypted",
            "bankCustomer.phoneEncrypted",
            "openidEncrypted",
            "valueEncrypted");
    private static final String SEALED = "e2:";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    @Autowired
    private PersonalData personalData;

    @Autowired
    private Erasure erasure;

    /** A person with everything that is kept of anyone, in two official accounts, so that two users became one. */
    private final class Person {
        private final String first = "o-erased-hq-" + Ids.next();
        private final String second = "o-erased-b01-" + Ids.next();
        private final String unionid = "u-erased-" + Ids.next();
        private final String phone = newPhone();
        private final String idNumber = newIdNumber();
        private final String customer = "C" + Ids.next();
        private final String nickname = "昵称" + Ids.next();
        private final String device = "device-" + Ids.next();
        private String token = "";
        private String id = "";

        Person known() throws Exception {
            bankKnows(customer, false);
            wechat("hq", first, null);
            wechat("b01", second, null);
            wechat("b01", second, unionid);
            token = body(send(
                            post("/api/v1/auth/wechat").header("User-Agent", device),
                            null,
                            Map.of("accountId", "hq", "code", wechatCode("hq", first, unionid))))
                    .path("accessToken")
                    .asString();
            id = userId(token);
            Map<String, Object> claim = claim(phone, codeFor(token, phone));
            claim.put("idNumber", idNumber);
            tell("/api/v1/me/binding", token, claim).andExpect(status().isOk());
            place("/api/v1/me/profile", token, Map.of("nickname", nickname)).andExpect(status().isOk());
            place("/api/v1/me/consents/MARKETING", token, Map.of("granted", true, "textVersion", "v1"));
            return this;
        }

        List<String> secrets() {
            return List.of(first, second, unionid, phone, idNumber, customer, nickname, device);
        }

        List<String> traces() {
            List<String> traces = new ArrayList<>(secrets());
            traces.add(personalData.index(new Phone(phone)));
            traces.add(personalData.index("id-number", idNumber));
            traces.add(personalData.index("openid", "hq", first));
            traces.add(personalData.index("openid", "b01", second));
            traces.add(personalData.index("unionid", unionid));
            return traces;
        }
    }

    private static String newIdNumber() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String body = "990001" + random.nextInt(1900, 2000) + "0307" + String.format("%03d", random.nextInt(1000));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** Whether anything in the store says one of these, in the clear, as a hash or encrypted. */
    private void assertNowhere(Person person) {
        List<String> traces = person.traces();
        List<String> secrets = person.secrets();
        List<String> found = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> eachText(document, text -> {
                        if (traces.stream().anyMatch(text::contains)
                                || secrets.contains(opened(collection, document.get("_id"), text))) {
                            found.add(collection + ": " + document.get("_id"));
                        }
                    }));
        }
        assertThat(found).isEmpty();
    }

    private static void eachText(Object value, Consumer<String> reader) {
        if (value instanceof String text) {
            reader.accept(text);
        } else if (value instanceof Document document) {
            document.values().forEach(inner -> eachText(inner, reader));
        } else if (value instanceof Collection<?> many) {
            many.forEach(inner -> eachText(inner, reader));
        } else if (value instanceof org.bson.types.Binary binary) {
            reader.accept(new String(binary.getData(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** In the clear, whichever field of this document it is; empty when it is none. */
    private String opened(String collection, Object owner, String text) {
        if (!text.startsWith(SEALED)) {
            return ""; // most texts: to let each field refuse each of them took most of the test's time
        }
        for (String path : ENCRYPTED) {
            try {
                return personalData.field(collection, path).decrypt(String.valueOf(owner), text);
            } catch (UnreadableFieldException notThisField) {
                // The next, then.
            }
        }
        return "";
    }

    @Test
    void the_scan_finds_everything_before_it_is_erased() throws Exception {
        Person person = new Person().known();
        List<String> opened = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> eachText(document, text -> {
                        plain.add(text);
                        opened.add(opened(collection, document.get("_id"), text));
                    }));
        }
        assertThat(opened)
                .contains(person.idNumber, person.phone, person.nickname, person.first, person.second, person.unionid);
        assertThat(plain)
                .contains(person.device)
                .contains(personalData.index("id-number", person.idNumber))
                .contains(personalData.index("openid", "b01", person.second));
    }

    @Test
    void an_erasure_that_dies_after_any_of_its_steps_is_finished_at_the_next_start() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            Person person = new Person().known();
            watch.dieAfter(writes);
            remove("/api/v1/me", person.token, CONFIRMED);
            died = watch.revive();
            erasure.resume();
            assertThat(stored(person)).as("died after write " + writes).containsEntry("erasing", false);
            assertThat(stored(person).getDate("erasedAt")).isNotNull();
            assertNowhere(person);
        } while (died);
        assertThat(writes).as("steps of an erasure").isGreaterThan(8);
    }

    private Document stored(Person person) {
        return mongo.getCollection("users").find(new Document("_id", person.id)).first();
    }

    @Test
    void it_may_die_again_and_again_while_it_is_finished() throws Exception {
        Person person = new Person().known();
        watch.dieAfter(1);
        remove("/api/v1/me", person.token, CONFIRMED);
        assertThat(watch.revive()).isTrue();
        int starts = 0;
        boolean died;
        do {
            starts++;
            // Each start repeats what the one before did, and lives for one write more.
            watch.dieAfter(starts);
            try {
                erasure.resume();
            } catch (org.linli.user.StoreWatch.Died again) {
                // the next start goes on
            }
            died = watch.revive();
        } while (died && starts < 100);
        assertNowhere(person);
        assertThat(stored(person)).containsEntry("erasing", false);
    }
}
