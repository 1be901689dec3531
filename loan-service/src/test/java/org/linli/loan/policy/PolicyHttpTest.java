package org.linli.loan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Versions of the policies over HTTP: prepared by one, reviewed by another, in force from a day on. */
class PolicyHttpTest extends RunningService {
    private static final String POLICIES = "/api/v1/admin/loan-policies";

    private final String risk = Tokens.staff("RISK_MANAGER", "/hq/", "risk-1", Map.of());
    private final String approver = Tokens.staff("APPROVER", "/hq/", "approver-1", Map.of());

    @Autowired
    private Policies policies;

    @Test
    void the_first_version_is_part_of_the_software_and_shows_its_shape() {
        Http.Answer first = http.get(POLICIES + "/1", risk);
        assertThat(first.body()
                        .path("values")
                        .path("thresholds")
                        .path("ARREARS_VETO_MONTHS")
                        .asInt())
                .isEqualTo(7);
        assertThat(http.get(POLICIES + "/999", risk).problem()).isEqualTo("404 not-found");
    }

    @Test
    void a_prepared_version_has_no_effect_until_somebody_else_accepts_it() {
        int before = policies.inForce(today()).number();
        int number = prepared(Map.of("MAX_QUERIES_3_MONTHS", 5));
        assertThat(policies.inForce(today()).number()).isEqualTo(before);
        LocalDate later = today().plusDays(400);
        Http.Answer accepted = review(number, approver, true, later.toString());
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(policies.inForce(today()).number()).isEqualTo(before);
        assertThat(policies.inForce(later.minusDays(1)).number()).isNotEqualTo(number);
        assertThat(policies.inForce(later).number()).isEqualTo(number);
        assertThat(review(number, approver, false, later.toString()).problem()).isEqualTo("409 policy-reviewed");
    }

    @Test
    void its_author_does_not_publish_it_even_with_both_roles() {
        String both = Tokens.staff("ADMINISTRATOR", "/hq/", "both", Map.of());
        int number = http.post(POLICIES, both, body(Map.of("MAX_OTHER_LENDERS", 9)))
                .body()
                .path("number")
                .asInt();
        Http.Answer own = review(number, both, true, today().plusDays(500).toString());
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
        String deputy = Tokens.staff("APPROVER", "/hq/", "deputy", Map.of("deputyFor", "both"));
        assertThat(review(number, deputy, true, null).each("errors", "code")).containsExactly("deputy-of-preparer");
    }

    @Test
    void what_was_turned_down_never_comes_into_force() {
        int number = prepared(Map.of("MAX_OTHER_LENDERS", 8));
        assertThat(review(number, approver, false, null).text("state")).isEqualTo("TURNED_DOWN");
        assertThat(policies.inForce(today().plusYears(50)).number()).isNotEqualTo(number);
    }

    @Test
    void nothing_comes_into_force_in_the_past() {
        int number = prepared(Map.of());
        assertThat(review(number, approver, true, today().minusDays(1).toString())
                        .problem())
                .isEqualTo("422 policy-in-the-past");
        assertThat(review(999, approver, true, null).problem()).isEqualTo("404 not-found");
    }

    @Test
    void values_out_of_their_limits_are_refused_by_name() {
        Http.Answer mild = http.post(POLICIES, risk, body(Map.of("ARREARS_VETO_MONTHS", 8)));
        assertThat(mild.problem()).isEqualTo("400 invalid-parameter");
        assertThat(mild.each("errors", "detail")).containsExactly("ARREARS_VETO_MONTHS: 8 (expected: 1..7)");
        assertThat(http.post(POLICIES, risk, "{\"values\":{},\"note\":\"x\"}").problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.post(POLICIES, risk, "{\"values\":{\"more\":1},\"note\":\"x\"}")
                        .problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.post(POLICIES, risk, "{}").problem()).isEqualTo("400 invalid-parameter");
    }

    @Test
    void who_reviews_does_not_prepare_and_others_see_nothing() {
        assertThat(http.post(POLICIES, approver, "{").problem()).isEqualTo("403 forbidden");
        assertThat(http.get(POLICIES, Tokens.owner("M1")).problem()).isEqualTo("403 forbidden");
        assertThat(http.get(POLICIES, risk).body().path("items").isArray()).isTrue();
    }

    private int prepared(Map<String, Integer> thresholds) {
        Http.Answer answer = http.post(POLICIES, risk, body(thresholds));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("number").asInt();
    }

    private Http.Answer review(int number, String token, boolean accepted, String from) {
        String day = from == null ? "" : ",\"effectiveFrom\":\"" + from + "\"";
        return http.post(
                POLICIES + "/" + number + "/review",
                token,
                "{\"accepted\":%s,\"reason\":\"ok\"%s}".formatted(accepted, day));
    }

    private String body(Map<String, Integer> thresholds) {
        var values = (tools.jackson.databind.node.ObjectNode)
                http.get(POLICIES + "/1", risk).body().path("values");
        var changed = (tools.jackson.databind.node.ObjectNode) values.path("thresholds");
        thresholds.forEach(changed::put);
        return "{\"values\":%s,\"note\":\"try\"}".formatted(values);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
