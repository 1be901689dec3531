package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** Taking over applications from elsewhere. */
class ImportHttpTest extends RunningService {
    private static final String IMPORTS = "/api/v1/admin/loan-applications/imports";

    private final String admin = Tokens.staff("ADMINISTRATOR", "hq", "/hq/");
    private final String branch = "B" + Ids.next();

    @Test
    void a_repeated_import_changes_nothing() {
        String rows = row(Ids.next(), 5_000_000) + "," + row(Ids.next(), 6_000_000);
        assertThat(counts(imported(rows))).isEqualTo("2 created, 0 unchanged, 0 rejected");
        assertThat(counts(imported(rows))).isEqualTo("0 created, 2 unchanged, 0 rejected");
    }

    @Test
    void an_old_application_shows_as_overdue_in_the_branchs_queue() {
        imported(row(Ids.next(), 5_000_000));
        Http.Answer queue = http.get(
                "/api/v1/admin/loan-applications", Tokens.staff("ACCOUNT_MANAGER", branch, "/hq/" + branch + "/"));
        assertThat(queue.each("items", "overdue")).containsExactly("true");
        assertThat(queue.each("items", "breaches")).containsExactly("1");
        assertThat(queue.each("items", "submittedAt")).containsExactly("2026-03-10T01:00:00Z");
        assertThat(queue.each("items", "stageDueAt")).containsExactly("2026-03-12T09:30:00Z");
    }

    @Test
    void the_merchant_sees_its_imported_application() {
        String external = Ids.next();
        imported(row(external, 5_000_000));
        assertThat(http.get("/api/v1/loan-applications", Tokens.owner("M-" + external))
                        .each("items", "amountFen"))
                .containsExactly("5000000");
    }

    @Test
    void who_imported_an_application_does_not_move_it_on_nor_does_a_deputy() {
        imported(row(Ids.next(), 5_000_000));
        String path = "/hq/" + branch + "/";
        String id = http.get("/api/v1/admin/loan-applications", Tokens.staff("BRANCH_HEAD", branch, path))
                .each("items", "id")
                .get(0);
        String stage = "/api/v1/admin/loan-applications/" + id + "/stage";
        String body = "{\"stage\":\"INVESTIGATION\"}";
        Http.Answer own = http.post(stage, Tokens.staff("BRANCH_HEAD", path, "staff-ADMINISTRATOR", Map.of()), body);
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
        String deputy = Tokens.staff("BRANCH_HEAD", path, "head", Map.of("deputyFor", "staff-ADMINISTRATOR"));
        assertThat(http.post(stage, deputy, body).each("errors", "code")).containsExactly("deputy-of-preparer");
        assertThat(http.post(stage, Tokens.staff("BRANCH_HEAD", branch, path), body)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bad_rows_are_named_with_line_and_reason_and_hinder_no_other() {
        String known = Ids.next();
        imported(row(known, 5_000_000));
        Http.Answer answer = imported(String.join(
                ",",
                row(Ids.next(), 5_000_000),
                row(Ids.next(), 5_000_000).replace("/hq/", "hq"),
                row(Ids.next(), 99_000_000),
                row(Ids.next(), 5_000_000).replace("MICRO", "PAWN"),
                row(known, 6_000_000),
                row(Ids.next(), 5_000_000).replaceFirst("M-\\w+", "M-" + known),
                "{}"));
        assertThat(counts(answer)).isEqualTo("1 created, 0 unchanged, 6 rejected");
        assertThat(answer.each("rejected", "line")).containsExactly("2", "3", "4", "5", "6", "7");
        assertThat(answer.each("rejected", "code"))
                .containsExactly(
                        "invalid-row",
                        "application-ineligible",
                        "unknown-product",
                        "imported-differently",
                        "open-application-exists",
                        "invalid-row");
        assertThat(answer.each("rejected", "detail")).doesNotContain("");
    }

    @Test
    void rows_outside_the_administrators_data_scope_are_rejected() {
        Http.Answer answer =
                http.post(IMPORTS, Tokens.staff("ADMINISTRATOR", "B77", "/hq/B77/"), body(row(Ids.next(), 5_000_000)));
        assertThat(answer.each("rejected", "code")).containsExactly("outside-data-scope");
    }

    @Test
    void an_import_has_one_to_two_hundred_rows() {
        assertThat(imported("").problem()).isEqualTo("400 invalid-parameter");
        assertThat(imported("null").problem()).isEqualTo("400 invalid-parameter");
        assertThat(imported(String.join(",", Collections.nCopies(201, "{}"))).problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.post(IMPORTS, admin, "{}").problem()).isEqualTo("400 invalid-parameter");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        assertThat(imported("\"" + "x".repeat(300_000) + "\"").problem()).isEqualTo("413 payload-too-large");
    }

    private Http.Answer imported(String rows) {
        return http.post(IMPORTS, admin, body(rows));
    }

    private static String body(String rows) {
        return "{\"rows\":[" + rows + "]}";
    }

    private static String counts(Http.Answer report) {
        return "%s created, %s unchanged, %d rejected"
                .formatted(
                        report.text("created"),
                        report.text("unchanged"),
                        report.body().path("rejected").size());
    }

    private String row(String externalId, long amountFen) {
        return """
                {"externalId":"%s","merchantId":"M-%s","branchId":"%s","organisationPath":"/hq/%s/",
                 "productCode":"MICRO","amountFen":%d,"termMonths":12,"purpose":"进货",
                 "businessStartedOn":"2020-01-01","submittedAt":"2026-03-10T09:00:00+08:00"}""".formatted(externalId, externalId, branch, branch, amountFen);
    }
}
