package org.linli.user.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;

/** Binding to a customer of the bank, and the blacklist (rule W-8). */
class BindingHttpTest extends PeopleHttpTest {
    private static final String BINDING = "/api/v1/me/binding";

    private final String phone = newPhone();
    private final String number = "C" + Ids.next();

    @Test
    void who_proves_to_be_a_customer_is_bound_and_sees_it_masked() throws Exception {
        bankKnows(number, false);
        String token = newConsumer();
        bind(token, phone)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("欧**"))
                .andExpect(jsonPath("$.phone").value(phone.substring(0, 3) + "****" + phone.substring(7)))
                .andExpect(jsonPath("$.idNumber").value("990***********" + ID_NUMBER.substring(14)));
        String shown = ask(BINDING, token)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).doesNotContain(phone, ID_NUMBER, NAME, number);
        assertThat(everything())
                .noneMatch(one ->
                        one.contains(phone) || one.contains(ID_NUMBER) || one.contains(NAME) || one.contains(number));
    }

    @Test
    void a_binding_remembers_whether_the_customer_is_a_borrower() throws Exception {
        bankKnows(number, true);
        bind(newConsumer(), phone).andExpect(status().isOk());
        assertThat(everything()).anyMatch(one -> one.contains("\"borrower\": true"));
    }

    @Test
    void unbinding_ends_it_and_binding_again_works() throws Exception {
        bankKnows(number, false);
        String token = newConsumer();
        bind(token, phone);
        remove(BINDING, token, null).andExpect(status().isNoContent());
        refused(ask(BINDING, token), 404, "not-found");
        refused(remove(BINDING, token, null), 404, "not-found");
        clock.forward(Duration.ofMinutes(2));
        bind(token, phone).andExpect(status().isOk());
    }

    @Test
    void a_mismatch_is_422_and_five_a_day_are_enough() throws Exception {
        bankAnswers(422);
        String token = newConsumer();
        for (int i = 0; i < BindingCustomers.ATTEMPTS_A_DAY; i++) {
            refused(bind(token, phone), 422, "identity-mismatch");
            clock.forward(Duration.ofMinutes(2));
        }
        refused(bind(token, phone), 429, "rate-limited");
        bankKnows(number, false);
        clock.forward(Duration.ofDays(1));
        bind(token, phone).andExpect(status().isOk());
    }

    @Test
    void an_outage_is_503_and_uses_up_neither_code_nor_attempt() throws Exception {
        bankAnswers(500);
        String token = newConsumer();
        String code = codeFor(token, phone);
        for (int i = 0; i < 3; i++) {
            refused(tell(BINDING, token, claim(phone, code)), 503, "dependency-unavailable");
        }
        bankKnows(number, false);
        tell(BINDING, token, claim(phone, code)).andExpect(status().isOk());
        refused(tell(BINDING, token, claim(phone, code)), 422, "phone-code-wrong");
    }

    @Test
    void a_code_of_another_person_or_for_another_purpose_is_wrong() throws Exception {
        bankKnows(number, false);
        String code = codeFor(newConsumer(), phone);
        refused(tell(BINDING, newConsumer(), claim(phone, code)), 422, "phone-code-wrong");
        String other = newPhone();
        tell("/api/v1/auth/phone/code", null, Map.of("phone", other));
        refused(tell(BINDING, newConsumer(), claim(other, sentCode(other))), 422, "phone-code-wrong");
    }

    @Test
    void codes_are_sent_once_a_minute() throws Exception {
        String token = newConsumer();
        tell(BINDING + "/code", token, Map.of("phone", phone)).andExpect(status().isAccepted());
        tell(BINDING + "/code", token, Map.of("phone", phone))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void ten_users_may_share_a_customer_and_nobody_has_two() throws Exception {
        bankKnows(number, false);
        String last = "";
        for (int i = 0; i < CustomerFile.MOST_USERS; i++) {
            last = newConsumer();
            bind(last, newPhone()).andExpect(status().isOk());
        }
        refused(bind(newConsumer(), phone), 409, "too-many-bindings");
        remove(BINDING, last, null);
        bind(newConsumer(), newPhone()).andExpect(status().isOk());
        bankKnows("C" + Ids.next(), false);
        String bound = newConsumer();
        bind(bound, newPhone());
        bankKnows("C" + Ids.next(), false);
        refused(bind(bound, newPhone()), 409, "other-customer-bound");
    }

    @ParameterizedTest
    @CsvSource({
        "idNumber,990001199003070010",
        "idNumber,12",
        "phone,12",
        "code,12345",
        "name,''",
    })
    void broken_claims_are_400_and_not_repeated(String field, String value) throws Exception {
        Map<String, Object> claim = claim(phone, "123456");
        claim.put(field, value);
        refused(tell(BINDING, newConsumer(), claim), 400, "invalid-parameter");
    }

    @Test
    void a_blacklisted_person_and_everybody_of_the_customer_is_shut_out_until_it_is_lifted() throws Exception {
        bankKnows(number, false);
        String openid = "o" + Ids.next();
        String other = "o" + Ids.next();
        String token = wechat("hq", openid, null);
        String companion = wechat("hq", other, null);
        bind(token, phone);
        bind(companion, newPhone());
        String path = "/api/v1/admin/customers/" + userId(token) + "/blacklisting";
        tell(path, administrator(), Map.of("reason", "fraud in the shop")).andExpect(status().isNoContent());
        refused(tryWechat("hq", openid, null), 403, "person-blocked");
        refused(tryWechat("hq", other, null), 403, "person-blocked");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/me", token).andExpect(status().isUnauthorized()));
        ask("/api/v1/me", companion).andExpect(status().isUnauthorized());
        refused(bind(newConsumer(), newPhone()), 403, "person-blocked");
        remove(path, administrator(), null).andExpect(status().isNoContent());
        tryWechat("hq", openid, null).andExpect(status().isOk());
    }

    @Test
    void a_wrong_phone_code_never_tells_that_someone_is_blocked() throws Exception {
        String person = newPhone();
        String id = userId(phoneLogin(person));
        tell("/api/v1/admin/customers/" + id + "/blacklisting", administrator(), Map.of("reason", "fraud"));
        tell("/api/v1/auth/phone/code", null, Map.of("phone", person));
        String code = sentCode(person);
        String wrong = code.equals("000000") ? "000001" : "000000";
        refused(tell("/api/v1/auth/phone", null, Map.of("phone", person, "code", wrong)), 401, "invalid-credentials");
        refused(tell("/api/v1/auth/phone", null, Map.of("phone", person, "code", code)), 403, "person-blocked");
    }

    @Test
    void blacklisting_needs_a_reason_and_someone() throws Exception {
        String path = "/api/v1/admin/customers/" + userId(newConsumer()) + "/blacklisting";
        refused(tell(path, administrator(), Map.of("reason", "x")), 400, "invalid-parameter");
        refused(tell(path, staff("SERVICE_AGENT", "hq", "/hq/"), "{broken"), 403, "forbidden");
        refused(tell(path, null, "{broken"), 401, "unauthenticated");
        refused(
                tell("/api/v1/admin/customers/nobody/blacklisting", administrator(), Map.of("reason", "fraud")),
                404,
                "not-found");
        refused(remove("/api/v1/admin/customers/nobody/blacklisting", administrator(), null), 404, "not-found");
    }
}
