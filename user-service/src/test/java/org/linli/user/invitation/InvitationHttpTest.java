package org.linli.user.invitation;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.PeopleHttpTest;

/** A merchant's people: invited, joining, leaving, working for several. */
class InvitationHttpTest extends PeopleHttpTest {
    private static final String INVITATIONS = "/api/v1/me/merchant/invitations";
    private static final String MEMBERS = "/api/v1/me/merchant/members";
    private static final String MINE = "/api/v1/me/invitations";

    private final String merchant = "m" + Ids.next();
    private final String phone = newPhone();
    private String owner = "";

    @BeforeEach
    void thereIsAnOwner() throws Exception {
        owner = merchantPerson(merchant, newPhone(), "OWNER");
    }

    private String invite(String invited, String role) throws Exception {
        return body(tell(INVITATIONS, owner, Map.of("phone", invited, "role", role))
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
    }

    @Test
    void the_invited_phone_and_no_other_accepts_and_is_a_member_then() throws Exception {
        String id = invite(phone, "CASHIER");
        String code = sentText(phone).replaceAll(".*?(\\d{4})[^\\d].*", "$1");
        String stranger = phoneLogin(newPhone());
        ask(MINE, stranger).andExpect(jsonPath("$.items").isEmpty());
        refused(tell(MINE + "/" + id + "/acceptance", stranger, null), 404, "not-found");
        String invited = phoneLogin(phone);
        ask(MINE, invited)
                .andExpect(jsonPath("$.items[0].merchantId").value(merchant))
                .andExpect(jsonPath("$.items[0].code").value(code));
        tell(MINE + "/" + id + "/acceptance", invited, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.role").value("CASHIER"));
        refused(tell(MINE + "/" + id + "/acceptance", invited, null), 404, "not-found");
        String members = ask(MEMBERS, owner)
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(members).doesNotContain(phone).contains(phone.substring(7));
        ask("/api/v1/me", phoneLogin(phone)).andExpect(jsonPath("$.merchantId").value(merchant));
    }

    @Test
    void an_invitation_is_listed_masked_and_can_be_taken_back_or_refused() throws Exception {
        String id = invite(phone, "CASHIER");
        ask(INVITATIONS, owner)
                .andExpect(jsonPath("$.items[0].phone").value(phone.substring(0, 3) + "****" + phone.substring(7)));
        remove(INVITATIONS + "/" + id, owner, null).andExpect(status().isNoContent());
        refused(remove(INVITATIONS + "/" + id, owner, null), 404, "not-found");
        String invited = phoneLogin(phone);
        refused(tell(MINE + "/" + id + "/acceptance", invited, null), 404, "not-found");
        String another = invite(phone, "OWNER");
        tell(MINE + "/" + another + "/refusal", invited, null).andExpect(status().isNoContent());
        refused(tell(MINE + "/" + another + "/refusal", invited, null), 404, "not-found");
        ask(INVITATIONS, owner).andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void it_is_open_for_seven_days() throws Exception {
        String id = invite(phone, "CASHIER");
        clock.forward(Invitation.VALID);
        String invited = phoneLogin(phone);
        refused(tell(MINE + "/" + id + "/acceptance", invited, null), 404, "not-found");
    }

    @Test
    void twenty_are_open_at_most() throws Exception {
        for (int i = 0; i < Team.MOST_OPEN; i++) {
            invite(newPhone(), "CASHIER");
        }
        refused(tell(INVITATIONS, owner, Map.of("phone", phone, "role", "CASHIER")), 409, "too-many-invitations");
    }

    @Test
    void without_a_gateway_there_is_no_invitation() throws Exception {
        OUTSIDE.stubFor(post(urlEqualTo("/sms/messages")).willReturn(serverError()));
        refused(tell(INVITATIONS, owner, Map.of("phone", phone, "role", "CASHIER")), 503, "dependency-unavailable");
        ask(INVITATIONS, owner).andExpect(jsonPath("$.items").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\":\"12\",\"role\":\"OWNER\"}", "{\"phone\":\"13800000009\"}"})
    void an_invitation_is_a_phone_and_a_role(String body) throws Exception {
        refused(tell(INVITATIONS, owner, body), 400, "invalid-parameter");
    }

    @Test
    void a_member_who_is_removed_is_out_at_once_and_the_last_owner_stays() throws Exception {
        String cashier = merchantPerson(merchant, phone, "CASHIER");
        refused(remove(MEMBERS + "/" + userId(owner), owner, null), 409, "last-owner");
        remove(MEMBERS + "/" + userId(cashier), owner, null).andExpect(status().isNoContent());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/me", cashier).andExpect(status().isUnauthorized()));
        ask("/api/v1/me", phoneLogin(phone)).andExpect(jsonPath("$.roles[0]").value("APPLICANT"));
        refused(remove(MEMBERS + "/nobody", owner, null), 404, "not-found");
    }

    @Test
    void of_two_owners_who_remove_each_other_one_stays() throws Exception {
        String other = merchantPerson(merchant, phone, "OWNER");
        String first = userId(owner);
        String second = userId(other);
        java.util.concurrent.ExecutorService threads = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            var one = threads.submit(() -> remove(MEMBERS + "/" + second, owner, null));
            var two = threads.submit(() -> remove(MEMBERS + "/" + first, other, null));
            one.get();
            two.get();
        } finally {
            threads.shutdownNow();
        }
        assertThat(mongo.getCollection("users")
                        .countDocuments(new org.bson.Document("memberships.merchantId", merchant)))
                .isEqualTo(1);
    }

    @Test
    void someone_of_two_merchants_chooses() throws Exception {
        String elsewhere = "m" + Ids.next();
        merchantPerson(elsewhere, phone, "OWNER");
        String both = merchantPerson(merchant, phone, "CASHIER");
        ask("/api/v1/me", both).andExpect(jsonPath("$.merchantId").value(merchant));
        tell("/api/v1/me/merchant/switch", both, Map.of("merchantId", elsewhere))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.role").value("OWNER"));
        ask("/api/v1/me", phoneLogin(phone)).andExpect(jsonPath("$.merchantId").value(elsewhere));
        refused(tell("/api/v1/me/merchant/switch", both, Map.of("merchantId", "nobody")), 404, "not-found");
        refused(tell("/api/v1/me/merchant/switch", both, "{}"), 400, "invalid-parameter");
    }

    @Test
    void only_owners_manage_a_team() throws Exception {
        String cashier = merchantPerson(merchant, phone, "CASHIER");
        for (String path : List.of(INVITATIONS, MEMBERS)) {
            refused(ask(path, cashier), 403, "forbidden");
            refused(ask(path, null), 401, "unauthenticated");
        }
        refused(tell(INVITATIONS, cashier, "{broken"), 403, "forbidden");
        refused(remove(MEMBERS + "/" + userId(owner), cashier, null), 403, "forbidden");
        refused(ask(MINE, newConsumer()), 403, "forbidden");
    }
}
