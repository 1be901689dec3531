package org.linli.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;

/** Rules L-7, P-4: the bank's number of a customer leaves only with that person's consent, and only to loan-service. */
class CreditSubjectHttpTest extends PeopleHttpTest {
    private static final String CONSENT = "/api/v1/me/consents/CREDIT_CHECK";

    private final String phone = newPhone();
    private final String number = "C" + Ids.next();

    @Test
    void without_a_yes_nothing_is_told_and_a_yes_can_be_taken_back() throws Exception {
        String token = customer();
        String path = path(userId(token));
        ask(path, service("loan-service"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.consented").value(false))
                .andExpect(jsonPath("$.customerNumber").doesNotExist());
        consent(token, true);
        ask(path, service("loan-service"))
                .andExpect(jsonPath("$.consented").value(true))
                .andExpect(jsonPath("$.textVersion").value("v7"))
                .andExpect(jsonPath("$.customerNumber").value(number));
        consent(token, false);
        ask(path, service("loan-service"))
                .andExpect(jsonPath("$.customerNumber").doesNotExist());
    }

    @Test
    void a_merchants_person_is_the_customer_with_the_same_proved_phone() throws Exception {
        customer();
        String owner = merchantPerson(Ids.next(), phone, "OWNER");
        consent(owner, true);
        ask(path(userId(owner)), service("loan-service"))
                .andExpect(jsonPath("$.customerNumber").value(number));
    }

    @Test
    void a_person_whom_the_bank_does_not_know_has_no_number() throws Exception {
        String owner = merchantPerson(Ids.next(), phone, "OWNER");
        consent(owner, true);
        ask(path(userId(owner)), service("loan-service"))
                .andExpect(jsonPath("$.consented").value(true))
                .andExpect(jsonPath("$.customerNumber").doesNotExist());
    }

    @Test
    void others_and_unknown_people_are_refused() throws Exception {
        refused(ask(path("nobody"), service("loan-service")), 404, "not-found");
        refused(ask(path("nobody"), service("merchant-service")), 403, "forbidden");
        refused(ask(path("nobody"), administrator()), 403, "forbidden");
        refused(ask(path("nobody"), null), 401, "unauthenticated");
    }

    private String customer() throws Exception {
        bankKnows(number, false);
        String token = newConsumer();
        assertThat(bind(token, phone).andReturn().getResponse().getStatus()).isEqualTo(200);
        return token;
    }

    private void consent(String token, boolean granted) throws Exception {
        place(CONSENT, token, Map.of("granted", granted, "textVersion", "v7")).andExpect(status().isOk());
    }

    private static String path(String userId) {
        return "/internal/v1/users/" + userId + "/credit-subject";
    }
}
