package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.Tokens;

/** Limits of single persons over HTTP (rules L-8, P-2). */
class DelegationLimitHttpTest extends ApprovalHttp {
    private final String proposer = staff("ADMINISTRATOR", "/hq/", "proposer-" + run);
    private final String checker = staff("ADMINISTRATOR", "/hq/", "checker-" + run);
    private final String limits = "/api/v1/admin/delegation-limits/head-" + run;

    @Test
    void a_lower_limit_binds_once_a_second_person_confirmed_it() {
        String id = inApproval(40_000);
        assertThat(propose(30_000, null).status()).isEqualTo(200);
        assertThat(confirm(proposer, 30_000).each("errors", "code")).containsExactly("prepared-it");
        assertThat(confirm(staff("ADMINISTRATOR", "/hq/", "head-" + run), 30_000)
                        .each("errors", "code"))
                .containsExactly("own-case");
        String deputy = Tokens.staff("ADMINISTRATOR", "/hq/", "deputy", Map.of("deputyFor", "proposer-" + run));
        assertThat(confirm(deputy, 30_000).problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(confirm(checker, 30_001).problem()).isEqualTo("409 nothing-proposed");
        assertThat(confirm(checker, 30_000)
                        .body()
                        .path("inForce")
                        .path("confirmedBy")
                        .asString())
                .isEqualTo("checker-" + run);
        assertThat(decide(id, head, approval(30_000, 12, "6")).problem()).isEqualTo("422 above-approval-limit");
        assertThat(confirm(checker, 30_000).problem()).isEqualTo("409 nothing-proposed");
    }

    @Test
    void a_higher_limit_is_for_a_time_and_is_kept_with_the_decision() {
        String id = assessed(80_000);
        assertThat(propose(80_000, null).problem()).isEqualTo("422 limit-needs-end");
        assertThat(propose(80_000, LocalDate.now().plusDays(100)).problem()).isEqualTo("422 limit-needs-end");
        propose(80_000, LocalDate.now().plusDays(30));
        assertThat(decide(id, head, approval(80_000, 12, "6")).problem())
                .as("not confirmed yet")
                .isEqualTo("422 above-approval-limit");
        confirm(checker, 80_000);
        Http.Answer answer = decide(id, head, approval(80_000, 12, "6"));
        assertThat(answer.body().path("decidedBy").path("personalLimitFen").asLong())
                .isEqualTo(8_000_000);
    }

    @Test
    void nobody_proposes_a_limit_of_their_own_or_outside_their_scope() {
        String self = staff("ADMINISTRATOR", "/hq/", "head-" + run);
        assertThat(http.send("GET", limits + "?organisationPath=" + path, self).problem())
                .isEqualTo("404 not-found");
        assertThat(put(self, 10_000, null).each("errors", "code")).containsExactly("own-case");
        assertThat(put(staff("ADMINISTRATOR", "/hq/none/", "x"), 10_000, null).problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(limits + "?organisationPath=nowhere", proposer).problem())
                .isEqualTo("400 invalid-parameter");
    }

    private Http.Answer propose(long yuan, LocalDate until) {
        return put(proposer, yuan, until);
    }

    private Http.Answer put(String token, long yuan, LocalDate until) {
        return http.put(limits, token, """
                {"organisationPath":"%s","level":"BRANCH","amountFen":%d,"until":%s,"reason":"新任行长"}
                """.formatted(path, yuan * 100, until == null ? "null" : "\"" + until + "\""));
    }

    private Http.Answer confirm(String token, long yuan) {
        return http.post(
                limits + "/confirmation",
                token,
                "{\"organisationPath\":\"%s\",\"amountFen\":%d}".formatted(path, yuan * 100));
    }
}
