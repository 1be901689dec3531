package org.linli.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCountyTest {
    @Test
    void the_county_is_the_same_every_time() {
        assertThat(DemoCounty.branches()).isEqualTo(DemoCounty.branches()).hasSize(12);
        assertThat(DemoCounty.merchants()).isEqualTo(DemoCounty.merchants()).hasSize(2_500);
    }

    @Test
    void circles_are_two_to_three_kilometres_wide() {
        assertThat(DemoCounty.branches())
                .allSatisfy(branch -> assertThat(branch.radiusMeters()).isBetween(2_000, 3_000));
    }

    @Test
    void every_branch_has_two_outlets() {
        assertThat(DemoCounty.outlets()).hasSize(24).isEqualTo(DemoCounty.outlets());
        Map<String, Long> byBranch = DemoCounty.outlets().stream()
                .collect(Collectors.groupingBy(DemoCounty.Outlet::branchId, Collectors.counting()));
        assertThat(byBranch)
                .hasSize(12)
                .allSatisfy((branch, outlets) -> assertThat(outlets).isEqualTo(2));
    }

    @Test
    void every_applicant_is_another_merchant_within_the_products_limits() {
        List<DemoCounty.Merchant> merchants = DemoCounty.merchants();
        Map<String, String> ids = merchants.stream()
                .collect(Collectors.toMap(DemoCounty.Merchant::externalId, m -> "id-" + m.externalId()));
        List<Map<String, Object>> rows = DemoCounty.applications(merchants, ids);

        assertThat(rows).hasSize(400).extracting(row -> row.get("merchantId")).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat((long) row.get("amountFen")).isBetween(500_000L, 50_000_000L);
            assertThat((int) row.get("termMonths")).isBetween(3, 24);
        });
    }

    @Test
    void nothing_payable_in_a_generated_offer_is_below_zero() {
        for (DemoCounty.Merchant merchant : DemoCounty.merchants()) {
            Map<String, Object> offer = GeneratedOffer.of(merchant.externalId(), merchant.category())
                    .body();
            switch (offer.get("kind").toString()) {
                case "CASH_OFF" ->
                    assertThat((long) offer.get("offFen")).isPositive().isLessThanOrEqualTo((long)
                            offer.get("thresholdFen"));
                case "FIXED_PRICE" ->
                    assertThat((long) offer.get("priceFen")).isNotNegative().isLessThan((long)
                            offer.get("listPriceFen"));
                case "PERCENT" -> assertThat((int) offer.get("percentOff")).isBetween(1, 99);
                default -> assertThat(offer).containsEntry("kind", "GIFT");
            }
        }
    }

    @Test
    void there_is_a_login_for_every_role() {
        Map<String, Long> roles = DemoPeople.logins(Map.of()).stream()
                .collect(Collectors.groupingBy(DemoPeople.Login::role, Collectors.counting()));

        assertThat(roles)
                .containsKeys(
                        "OWNER",
                        "CASHIER",
                        "CONSUMER",
                        "ACCOUNT_MANAGER",
                        "RISK_MANAGER",
                        "APPROVER",
                        "COMMITTEE_CHAIR",
                        "DISBURSEMENT_CLERK",
                        "MARKETING_OPERATOR",
                        "SERVICE_AGENT",
                        "SERVICE_SUPERVISOR",
                        "AUDITOR",
                        "ADMINISTRATOR")
                .containsEntry("BRANCH_HEAD", 2L)
                .containsEntry("COMMITTEE_MEMBER", 4L)
                .containsEntry("CONSUMER", 8L);
    }
}
