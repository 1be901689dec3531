package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Applications taken down on a visit, over a bad network. */
class VisitHttpTest extends RunningService {
    private static final String VISITS = "/api/v1/admin/loan-visits/";

    private final String branch = "V" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String staff = Tokens.staff("ACCOUNT_MANAGER", path, "manager-" + branch, Map.of());
    private final String draft = VISITS + "device-" + Ids.next();
    private String merchant = "";

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Visits visits;

    @BeforeEach
    void aMerchantOfTheBranch() {
        merchant = merchantOf(branch, "APPROVED");
    }

    @Test
    void a_draft_is_saved_resumed_elsewhere_and_handed_in_once() {
        Http.Answer first = http.put(draft, staff, "{\"merchantId\":\"%s\"}".formatted(merchant));
        assertThat(first.status()).isEqualTo(200);
        Http.Answer second = http.put(draft, staff, full(), "If-Match", first.header("ETag"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(http.get(draft, staff).body().path("form").path("amountFen").asLong())
                .isEqualTo(5_000_000);
        Http.Answer taken = http.post(draft + "/submission", staff, "");
        assertThat(taken.status()).isEqualTo(201);
        Http.Answer again = http.post(draft + "/submission", staff, "");
        assertThat(again.text("id")).isEqualTo(taken.text("id"));
        assertThat(http.get("/api/v1/loan-applications", Tokens.owner(merchant)).each("items", "id"))
                .containsExactly(taken.text("id"));
        assertThat(http.get(VISITS.substring(0, VISITS.length() - 1), staff).each("items", "applicationId"))
                .containsExactly(taken.text("id"));
    }

    @Test
    void a_draft_that_nobody_touched_is_gone_after_90_days_and_its_owner_is_told_before() {
        http.put(draft, staff, full());
        String list = VISITS.substring(0, VISITS.length() - 1);
        assertThat(http.get(list, staff).each("items", "expiring")).containsExactly("false");
        savedDaysAgo(77);
        assertThat(http.get(list, staff).each("items", "expiring")).containsExactly("true");
        assertThat(http.get(list, staff).each("items", "expiresAt").get(0))
                .startsWith(LocalDate.now(ZoneOffset.UTC).plusDays(13).toString());
        savedDaysAgo(91);
        assertThat(http.get(list, staff).body().path("items").size()).isZero();
        assertThat(http.get(draft, staff).problem()).isEqualTo("404 not-found");
        assertThat(http.post(draft + "/submission", staff, "").problem()).isEqualTo("404 not-found");
        assertThat(http.put(draft, staff, full()).status()).as("begun anew").isEqualTo(200);
        savedDaysAgo(91);
        visits.sweep();
        assertThat(mongo.getCollection(VisitDraft.COLLECTION).countDocuments(mine()))
                .isZero();
    }

    private void savedDaysAgo(int days) {
        Date then = Date.from(Instant.now().minus(days, ChronoUnit.DAYS));
        mongo.getCollection(VisitDraft.COLLECTION).updateOne(mine(), Updates.set("savedAt", then));
    }

    private Bson mine() {
        return Filters.eq("staff", "manager-" + branch);
    }

    @Test
    void a_save_whose_answer_got_lost_is_repeated_without_harm() {
        http.put(draft, staff, "{}");
        Http.Answer lost = http.put(draft, staff, full(), "If-Match", "\"0\"");
        Http.Answer repeated = http.put(draft, staff, full(), "If-Match", "\"0\"");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.header("ETag")).isEqualTo(lost.header("ETag"));
    }

    @Test
    void a_change_from_an_old_state_is_refused() {
        http.put(draft, staff, "{}");
        http.put(draft, staff, full(), "If-Match", "\"0\"");
        String other = full().replace("5000000", "6000000");
        assertThat(http.put(draft, staff, other, "If-Match", "\"0\"").problem()).isEqualTo("412 stale-version");
        assertThat(http.put(draft, staff, other).problem()).isEqualTo("412 stale-version");
        assertThat(http.put(VISITS + "device-unknown", staff, other, "If-Match", "\"3\"")
                        .problem())
                .isEqualTo("412 stale-version");
    }

    @Test
    void what_is_missing_is_named_when_it_is_handed_in() {
        http.put(draft, staff, "{\"merchantId\":\"%s\",\"amountFen\":5000000}".formatted(merchant));
        Http.Answer refused = http.post(draft + "/submission", staff, "");
        assertThat(refused.problem()).isEqualTo("422 application-incomplete");
        assertThat(refused.fields()).containsExactly("productCode", "termMonths", "purpose", "businessStartedOn");
    }

    @Test
    void a_refused_one_can_be_corrected_and_handed_in_again() {
        Http.Answer saved = http.put(draft, staff, full().replace("5000000", "500001"));
        http.put(draft, staff, full().replace("5000000", "50000100"), "If-Match", saved.header("ETag"));
        assertThat(http.post(draft + "/submission", staff, "").each("errors", "rule"))
                .containsExactly("E-1");
        Http.Answer now = http.get(draft, staff);
        http.put(draft, staff, full(), "If-Match", now.header("ETag"));
        assertThat(http.post(draft + "/submission", staff, "").status()).isEqualTo(201);
        Http.Answer late = http.get(draft, staff);
        assertThat(http.put(draft, staff, "{}", "If-Match", late.header("ETag")).problem())
                .isEqualTo("409 draft-handed-in");
    }

    @Test
    void nobody_sees_or_hands_in_anothers_draft() {
        http.put(draft, staff, full());
        String other = Tokens.staff("ACCOUNT_MANAGER", path, "other", Map.of());
        assertThat(http.get(draft, other).problem()).isEqualTo("404 not-found");
        assertThat(http.post(draft + "/submission", other, "").problem()).isEqualTo("404 not-found");
        assertThat(http.send("DELETE", draft, other).problem()).isEqualTo("404 not-found");
        assertThat(http.send("DELETE", draft, staff).status()).isEqualTo(204);
    }

    @Test
    void staff_take_down_nothing_for_relatives_or_other_branches() {
        http.put(draft, staff, full());
        String aunt = Tokens.staff("ACCOUNT_MANAGER", path, "manager-" + branch, Map.of("related", merchant));
        assertThat(http.post(draft + "/submission", aunt, "").each("errors", "code"))
                .containsExactly("relative");
        String moved = Tokens.staff("ACCOUNT_MANAGER", "/hq/none/", "manager-" + branch, Map.of());
        assertThat(http.post(draft + "/submission", moved, "").problem()).isEqualTo("404 not-found");
    }

    @Test
    void whoever_took_it_down_does_not_move_it_on() {
        http.put(draft, staff, full());
        String id = http.post(draft + "/submission", staff, "").text("id");
        Http.Answer own =
                http.post("/api/v1/admin/loan-applications/" + id + "/stage", staff, "{\"stage\":\"INVESTIGATION\"}");
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
    }

    @Test
    void a_hundred_unfinished_drafts_are_enough_but_those_handed_in_make_room() {
        http.put(draft, staff, full());
        http.post(draft + "/submission", staff, "");
        for (int i = 1; i < Visits.MOST_DRAFTS; i++) {
            http.put(VISITS + "device-unfinished-" + i, staff, "{}");
        }
        assertThat(http.put(VISITS + "device-in-its-place", staff, "{}").status())
                .isEqualTo(200);
        assertThat(http.put(VISITS + "device-one-too-many", staff, "{}").problem())
                .isEqualTo("409 too-many-drafts");
    }

    @Test
    void an_id_or_form_that_is_none_is_refused() {
        assertThat(http.put(VISITS + "x", staff, "{}").fields()).containsExactly("draftId");
        assertThat(http.put(draft, staff, "{\"termMonths\":0}").fields()).containsExactly("termMonths");
    }

    @Test
    void eligibility_on_the_spot_names_every_failed_rule_and_stores_nothing() {
        String wish =
                "{\"merchantId\":\"%s\",\"wish\":{\"productCode\":\"MICRO\",\"amountFen\":499900,\"termMonths\":2,"
                        + "\"businessStartedOn\":\"%s\"}}";
        Http.Answer answer = http.post(VISITS + "eligibility", staff, wish.formatted(merchant, LocalDate.now()));
        assertThat(answer.text("eligible")).isEqualTo("false");
        assertThat(answer.each("failed", "rule")).containsExactly("E-1", "E-2", "E-3");
        String stranger = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        assertThat(http.post(VISITS + "eligibility", stranger, wish.formatted(merchant, LocalDate.now()))
                        .problem())
                .isEqualTo("404 not-found");
    }

    private String full() {
        return """
                {"merchantId":"%s","productCode":"MICRO","amountFen":5000000,"termMonths":12,"purpose":"进货",
                "businessStartedOn":"2020-01-01"}
                """.formatted(merchant);
    }
}
