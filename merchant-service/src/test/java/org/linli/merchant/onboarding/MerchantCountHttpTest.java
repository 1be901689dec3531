package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;

class MerchantCountHttpTest extends HttpTest {
    private static final String OF_HEAD_OFFICE = "/internal/v1/organisations/hq/merchants/count";

    @Test
    void merchants_at_and_below_a_node_are_counted_and_rejected_applicants_are_not() throws Exception {
        long before = count();
        appliedMerchant();
        approvedMerchant();
        assertThat(count()).isEqualTo(before + 2);
        tell(
                        "/api/v1/admin/merchants/" + appliedMerchant() + "/rejection",
                        Callers.staff(BRANCH_HEAD, "/hq/"),
                        Map.of("reason", "照片不清"))
                .andExpect(status().isOk());
        assertThat(count()).isEqualTo(before + 2);
    }

    @Test
    void a_branch_without_merchants_counts_none_also_when_its_id_begins_like_another() throws Exception {
        ask("/internal/v1/organisations/h/merchants/count", Callers.ofRole("service:user-service"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.count").value(0));
    }

    @Test
    void only_user_service_may_count() throws Exception {
        refused(ask(OF_HEAD_OFFICE, Callers.service()), 403, "forbidden");
        refused(ask(OF_HEAD_OFFICE, Callers.staff("ADMINISTRATOR", "/hq/")), 403, "forbidden");
        refused(
                ask("/internal/v1/organisations/a.b/merchants/count", Callers.ofRole("service:user-service")),
                400,
                "invalid-parameter");
    }

    private long count() throws Exception {
        return body(ask(OF_HEAD_OFFICE, Callers.ofRole("service:user-service")).andExpect(status().isOk()))
                .path("count")
                .asLong();
    }
}
