package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not call learns nothing else: 401 and 403 come before the body is looked at. */
class AccessTest extends RunningService {
    private static final String BROKEN_BODY = "{";

    private final String branchHead = Tokens.staff("BRANCH_HEAD", "B01", "/hq/B01/");

    @Test
    void without_a_valid_token_nothing_but_the_public_paths_answers() {
        for (String token : List.of("", "nonsense", Tokens.expired("M1"))) {
            assertThat(http.apply(token, BROKEN_BODY).problem()).isEqualTo("401 unauthenticated");
            assertThat(http.get("/api/v1/loan-applications", token).status()).isEqualTo(401);
            assertThat(http.get("/api/v1/admin/loan-applications", token).status())
                    .isEqualTo(401);
            assertThat(http.get("/internal/v1/merchants/M1/loan-applications/latest", token)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void only_an_owner_with_a_merchant_applies() {
        for (String token : List.of(
                Tokens.cashier("M1"), Tokens.ownerWithoutMerchant(), Tokens.consumer(), branchHead, Tokens.service())) {
            assertThat(http.apply(token, BROKEN_BODY).problem()).isEqualTo("403 forbidden");
            assertThat(http.get("/api/v1/loan-applications", token).problem()).isEqualTo("403 forbidden");
        }
    }

    @Test
    void a_cashier_or_consumer_follows_no_application() {
        assertThat(http.get("/api/v1/loan-applications/x", Tokens.cashier("M1")).problem())
                .isEqualTo("403 forbidden");
        assertThat(http.get("/api/v1/loan-applications/x", Tokens.consumer()).problem())
                .isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MARKETING_OPERATOR", "SERVICE_AGENT", "DISBURSEMENT_CLERK"})
    void roles_without_business_here_see_no_queue(String role) {
        assertThat(http.get("/api/v1/admin/loan-applications", Tokens.staff(role, "hq", "/hq/"))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void an_owner_is_no_member_of_staff() {
        assertThat(http.get("/api/v1/admin/loan-applications", Tokens.owner("M1"))
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void who_only_reads_changes_nothing() {
        for (String role : List.of("AUDITOR", "RISK_MANAGER", "APPROVER", "ADMINISTRATOR")) {
            assertThat(http.post(
                                    "/api/v1/admin/loan-applications/x/stage",
                                    Tokens.staff(role, "hq", "/hq/"),
                                    BROKEN_BODY)
                            .problem())
                    .isEqualTo("403 forbidden");
        }
        assertThat(http.post("/api/v1/admin/loan-applications/imports", branchHead, BROKEN_BODY)
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void internal_paths_are_for_services_only() {
        for (String token : List.of(Tokens.owner("M1"), Tokens.staff("ADMINISTRATOR", "hq", "/hq/"))) {
            assertThat(http.get("/internal/v1/merchants/M1/loan-applications/latest", token)
                            .problem())
                    .isEqualTo("403 forbidden");
        }
    }

    @Test
    void what_no_rule_names_is_denied() {
        assertThat(http.get("/api/v1/loans/x/renewals", Tokens.owner("M1")).problem())
                .isEqualTo("403 forbidden");
        assertThat(http.post("/api/v1/loan-products", "", "{}").problem()).isEqualTo("401 unauthenticated");
    }
}
