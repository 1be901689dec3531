package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;

/** Enrolling merchants' people. */
class MemberHttpTest extends HttpTest {
    private static final String ONBOARDING = "/api/v1/admin/staff/merchant-members";

    private final String merchant = "m" + Ids.next();
    private final String members = "/internal/v1/merchants/" + merchant + "/members";

    @Test
    void someone_may_be_enrolled_before_they_ever_log_in() throws Exception {
        place(members, service("merchant-service"), Map.of("phone", FIXED_PHONE, "role", "CASHIER"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.merchantId").value(merchant))
                .andExpect(jsonPath("$.role").value("CASHIER"));
        String token = body(tell("/api/v1/auth/phone", null, Map.of("phone", FIXED_PHONE, "code", FIXED_CODE)))
                .path("accessToken")
                .asString();
        ask("/api/v1/me", token)
                .andExpect(jsonPath("$.roles[0]").value("CASHIER"))
                .andExpect(jsonPath("$.merchantId").value(merchant));
    }

    @Test
    void the_same_again_changes_nothing() throws Exception {
        Map<String, String> member = Map.of("phone", newPhone(), "role", "OWNER");
        String first = body(place(members, service("merchant-service"), member))
                .path("userId")
                .asString();
        String second = body(place(members, service("merchant-service"), member))
                .path("userId")
                .asString();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_banks_staff_onboard_a_merchants_people() throws Exception {
        Map<String, String> form = Map.of("merchantId", merchant, "phone", newPhone(), "role", "OWNER");
        place(ONBOARDING, administrator(), form)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.userId").isString());
        refused(place(ONBOARDING, staff("BRANCH_HEAD", "hq", "/hq/"), "{broken"), 403, "forbidden");
        refused(place(ONBOARDING, null, "{broken"), 401, "unauthenticated");
        refused(place(ONBOARDING, administrator(), Map.of("phone", "13800000009")), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"OWNER\"}",
                "{\"phone\":\"13800000009\",\"userId\":\"u\",\"role\":\"OWNER\"}",
                "{\"phone\":\"13800000009\"}",
                "{\"phone\":\"12\",\"role\":\"OWNER\"}",
                "{\"userId\":\"$ne\",\"role\":\"OWNER\"}",
            })
    void a_member_is_one_phone_or_one_user_with_a_role(String body) throws Exception {
        refused(place(members, service("merchant-service"), body), 400, "invalid-parameter");
    }

    @Test
    void unknown_roles_and_users_are_refused() throws Exception {
        refused(
                place(members, service("merchant-service"), Map.of("userId", "nobody", "role", "OWNER")),
                404,
                "not-found");
        refused(
                place(members, service("merchant-service"), Map.of("phone", newPhone(), "role", "KING")),
                400,
                "malformed-body");
    }

    @Test
    void only_services_enrol_over_the_internal_path() throws Exception {
        refused(place(members, administrator(), "{broken"), 403, "forbidden");
        refused(place(members, null, "{broken"), 401, "unauthenticated");
    }
}
