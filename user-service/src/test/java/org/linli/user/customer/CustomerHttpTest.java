package org.linli.user.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;

/** Staff look people up: exactly, masked, within their scope, revealed with a reason on record (rules P-1, P-4). */
class CustomerHttpTest extends PeopleHttpTest {
    private static final String CUSTOMERS = "/api/v1/admin/customers";
    private static final String SEARCHES = CUSTOMERS + "/searches";

    private final String phone = newPhone();
    private final String number = "C" + Ids.next();

    private String bound() throws Exception {
        bankKnows(number, false);
        String token = newConsumer();
        bind(token, phone).andExpect(status().isOk());
        return token;
    }

    private String agent() {
        return staff("SERVICE_AGENT", "hq", "/hq/");
    }

    @Test
    void a_customer_is_found_by_phone_id_number_and_customer_number_and_shown_masked() throws Exception {
        String id = userId(bound());
        for (Map<String, String> search : List.of(Map.of("phone", "+86 " + phone), Map.of("customerNumber", number))) {
            tell(SEARCHES, agent(), search)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items.length()").value(1))
                    .andExpect(jsonPath("$.items[0].userId").value(id));
        }
        String byIdNumber = tell(SEARCHES, agent(), Map.of("idNumber", ID_NUMBER))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(byIdNumber).contains(id).doesNotContain(ID_NUMBER, phone, NAME, number);
        ask(CUSTOMERS + "?userId=" + id, agent())
                .andExpect(jsonPath("$.items[0].userId").value(id));
        ask(CUSTOMERS + "/" + id, agent())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("欧**"))
                .andExpect(jsonPath("$.blacklisted").value(false));
    }

    @Test
    void a_merchants_person_is_found_by_the_phone_they_log_in_with() throws Exception {
        String id = userId(phoneLogin(phone));
        tell(SEARCHES, agent(), Map.of("phone", phone))
                .andExpect(jsonPath("$.items[0].userId").value(id));
    }

    @Test
    void nobody_found_is_an_empty_list() throws Exception {
        tell(SEARCHES, agent(), Map.of("phone", newPhone()))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\":\"12\"}", "{\"idNumber\":\"12\"}", "{\"customerNumber\":\"$ne\"}"})
    void a_search_is_exactly_one_whole_thing(String body) throws Exception {
        refused(tell(SEARCHES, agent(), body), 400, "invalid-parameter");
        refused(ask(CUSTOMERS + "?phone=" + phone, agent()), 400, "invalid-parameter");
    }

    @Test
    void a_reveal_shows_what_was_asked_and_is_on_record() throws Exception {
        String id = userId(bound());
        String head = Ids.next();
        String token = staff(head, "BRANCH_HEAD", "hq", "/hq/");
        tell(
                        CUSTOMERS + "/" + id + "/reveal",
                        token,
                        Map.of("fields", List.of("phone", "name"), "reason", "called back"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phone").value(phone))
                .andExpect(jsonPath("$.name").value(NAME))
                .andExpect(jsonPath("$.idNumber").doesNotExist());
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isPositive();
    }

    @Test
    void a_reveal_needs_fields_a_reason_a_role_and_someone() throws Exception {
        String path = CUSTOMERS + "/" + userId(bound()) + "/reveal";
        String head = staff("BRANCH_HEAD", "hq", "/hq/");
        refused(tell(path, head, Map.of("fields", List.of("phone"), "reason", "x")), 400, "invalid-parameter");
        refused(tell(path, head, Map.of("fields", List.of(), "reason", "called back")), 400, "invalid-parameter");
        refused(tell(path, staff("AUDITOR", "hq", "/hq/"), "{broken"), 403, "forbidden");
        refused(tell(path, null, "{broken"), 401, "unauthenticated");
        refused(
                tell(CUSTOMERS + "/nobody/reveal", head, Map.of("fields", List.of("phone"), "reason", "called back")),
                404,
                "not-found");
    }

    @Test
    void staff_of_a_branch_see_only_people_who_chose_it() throws Exception {
        String branch = openBranch(28.4, 119.9);
        String token = bound();
        String card = CUSTOMERS + "/" + userId(token);
        String theirs = staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");
        refused(ask(card, theirs), 404, "not-found");
        tell(SEARCHES, theirs, Map.of("phone", phone))
                .andExpect(jsonPath("$.items").isEmpty());
        place("/api/v1/me/profile", token, Map.of("homeBranch", branch)).andExpect(status().isOk());
        ask(card, theirs).andExpect(status().isOk());
        refused(ask(card, staff("BRANCH_HEAD", "B9", "/hq/B9/")), 404, "not-found");
    }
}
