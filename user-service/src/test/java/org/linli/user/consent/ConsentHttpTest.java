package org.linli.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.PeopleHttpTest;
import org.linli.user.identity.ConsentPurpose;
import org.linli.user.identity.Consents;
import org.linli.user.identity.Users;
import org.springframework.beans.factory.annotation.Autowired;

/** Consent per purpose, withdrawable, nothing of its history lost (rule P-4). */
class ConsentHttpTest extends PeopleHttpTest {
    private static final String CONSENTS = "/api/v1/me/consents";

    @Autowired
    private Consenting consenting;

    @Autowired
    private Users users;

    @Test
    void nothing_said_means_no_and_a_yes_can_be_taken_back() throws Exception {
        String token = newConsumer();
        ask(CONSENTS, token)
                .andExpect(jsonPath("$.items.length()").value(5))
                .andExpect(jsonPath("$.items[0].granted").value(false));
        place(CONSENTS + "/MARKETING", token, Map.of("granted", true, "textVersion", "v1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.granted").value(true));
        place(CONSENTS + "/MARKETING", token, Map.of("granted", false, "textVersion", "v1"))
                .andExpect(jsonPath("$.granted").value(false));
        assertThat(consenting.historyOf(users.current(userId(token)).orElseThrow()))
                .hasSize(2);
    }

    @Test
    void the_whole_history_is_kept_beyond_what_fits() throws Exception {
        String token = newConsumer();
        String id = userId(token);
        for (int i = 0; i < Consents.MOST + 5; i++) {
            consenting.decide(id, ConsentPurpose.LOCATION, i % 2 == 0, "v1");
        }
        assertThat(consenting.historyOf(users.current(id).orElseThrow())).hasSize(Consents.MOST + 5);
        assertThat(consenting.of(id).history()).hasSize(Consents.MOST + 5 - Consents.PART);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"granted\":true}", "{\"granted\":true,\"textVersion\":\"a b\"}"})
    void a_decision_says_what_and_on_which_text(String body) throws Exception {
        refused(place(CONSENTS + "/MARKETING", newConsumer(), body), 400, "invalid-parameter");
    }

    @Test
    void other_purposes_and_other_people_are_refused() throws Exception {
        Map<String, Object> yes = Map.of("granted", true, "textVersion", "v1");
        refused(place(CONSENTS + "/WORLD_PEACE", newConsumer(), yes), 400, "invalid-parameter");
        refused(place(CONSENTS + "/MARKETING", administrator(), "{broken"), 403, "forbidden");
        refused(ask(CONSENTS, null), 401, "unauthenticated");
    }
}
