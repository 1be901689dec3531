package org.linli.loan.village;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.People;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Sunshine credit over HTTP. */
class VillageHttpTest extends RunningService {
    private static final String FILES = "/api/v1/admin/customer-files";
    private static final String VILLAGES = "/api/v1/admin/villages";
    private static final String CREDITS = "/api/v1/admin/village-credits/";

    private final String branch = "V" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final String head = Tokens.staff("BRANCH_HEAD", branch, path);

    @Autowired
    private MongoOperations mongo;

    @Test
    void a_household_comes_from_its_file_to_a_used_limit_and_the_funnel_counts_it() {
        String village = village();
        String credit = enrolled(village, statedFile());
        assertThat(http.put(CREDITS + credit + "/limit", manager, "{}").text("limitFen"))
                .isEqualTo("3000000");
        Http.Answer published = http.post(CREDITS + credit + "/publication", head, "");
        assertThat(published.text("stage")).isEqualTo("PUBLISHED");
        LocalDate on = LocalDate.parse(published.text("publishedOn"));
        assertThat(published.text("objectionsUntil")).isEqualTo(on.plusDays(7).toString());
        assertThat(sign(credit, "CREDIT").problem()).isEqualTo("409 objection-period-open");
        weeksPass(credit);
        assertThat(sign(credit, "CREDIT").text("stage")).isEqualTo("SIGNED");
        assertThat(sign(credit, "CREDIT").text("stage")).isEqualTo("SIGNED");
        assertThat(http.post(CREDITS + credit + "/use", manager, "{\"loanId\":\"L1\"}")
                        .text("stage"))
                .isEqualTo("USED");
        Http.Answer progress = http.get(VILLAGES + "/" + village + "/progress", manager);
        assertThat(progress.body().at("/funnel/used/count").asInt()).isEqualTo(1);
        assertThat(progress.body().at("/funnel/filed/percent").asString()).isEqualTo("1.0");
        assertThat(progress.body().at("/funnel/used/percent").asString()).isEqualTo("100.0");
        assertThat(http.get(VILLAGES, manager).each("items", "id")).containsExactly(village);
    }

    @Test
    void everybody_reads_the_notice_and_learns_no_more_than_it_shows() {
        String village = village();
        String credit = published(village);
        Http.Answer notices = http.get("/api/v1/villages/" + village + "/notices", "");
        assertThat(notices.each("items", "name")).containsExactly("王*");
        assertThat(notices.body().path("items").path(0).propertyNames())
                .containsExactlyInAnyOrder("name", "limitFen", "publishedOn", "objectionsUntil");
        assertThat(notices.body().toString()).doesNotContain(credit, "小明");
        weeksPass(credit);
        assertThat(http.get("/api/v1/villages/" + village + "/notices", "").each("items", "name"))
                .isEmpty();
        assertThat(http.get("/api/v1/villages/none/notices", "").problem()).isEqualTo("404 not-found");
    }

    @Test
    void an_objection_is_recorded_once_sealed_answered_and_holds_the_signature_up() {
        String credit = published(village());
        String body = "{\"clientId\":\"o1\",\"text\":\"张三说他在外有赌债\"}";
        http.post(CREDITS + credit + "/objections", manager, body);
        List<String> ids =
                http.post(CREDITS + credit + "/objections", manager, body).each("objections", "id");
        assertThat(ids).hasSize(1);
        assertThat(String.valueOf(mongo.findById(credit, org.bson.Document.class, VillageCredit.COLLECTION)))
                .doesNotContain("赌债");
        assertThat(http.get(CREDITS + credit, manager)
                        .body()
                        .at("/credit/objections/0/text")
                        .asString())
                .contains("赌债");
        weeksPass(credit);
        assertThat(sign(credit, "CREDIT").problem()).isEqualTo("409 objections-open");
        String resolution = CREDITS + credit + "/objections/" + ids.get(0) + "/resolution";
        String dismissed = "{\"verdict\":\"DISMISSED\",\"reason\":\"经核实不属实\"}";
        assertThat(http.post(resolution, manager, dismissed).problem()).isEqualTo("403 forbidden");
        assertThat(http.post(resolution, head, dismissed).status()).isEqualTo(200);
        assertThat(http.post(resolution, head, dismissed).problem()).isEqualTo("409 objection-resolved");
        assertThat(http.post(CREDITS + credit + "/objections", manager, body.replace("o1", "o2"))
                        .problem())
                .isEqualTo("409 objection-period-over");
        assertThat(sign(credit, "CREDIT").status()).isEqualTo(200);
    }

    @Test
    void a_limit_needs_a_file_that_says_enough_and_is_never_above_the_suggestion() {
        String village = village();
        String unknown = enrolled(village, file());
        assertThat(http.put(CREDITS + unknown + "/limit", manager, "{}").problem())
                .isEqualTo("422 limit-unknown");
        assertThat(http.get(CREDITS + unknown, manager)
                        .body()
                        .at("/suggestion/kind")
                        .asString())
                .isEqualTo("UNKNOWN");
        String stated = enrolled(village, statedFile());
        assertThat(http.put(CREDITS + stated + "/limit", manager, "{\"limitFen\":3000001}")
                        .problem())
                .isEqualTo("422 above-suggested-limit");
        assertThat(http.put(CREDITS + stated + "/limit", manager, "{\"limitFen\":-1}")
                        .fields())
                .containsExactly("limitFen");
        assertThat(http.post(CREDITS + stated + "/publication", head, "").problem())
                .isEqualTo("409 wrong-credit-stage");
    }

    @Test
    void who_prepared_it_does_not_publish_it() {
        String credit = enrolled(village(), statedFile());
        http.put(CREDITS + credit + "/limit", Tokens.staff("BRANCH_HEAD", path, "one", Map.of()), "{}");
        Http.Answer own =
                http.post(CREDITS + credit + "/publication", Tokens.staff("BRANCH_HEAD", path, "one", Map.of()), "");
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(own.each("errors", "code")).containsExactly("prepared-it");
    }

    @Test
    void a_group_is_declared_among_households_of_the_village_and_may_sign_jointly() {
        String village = village();
        List<String> files = new ArrayList<>();
        List<String> credits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(statedFile());
            credits.add(enrolled(village, files.get(i)));
        }
        String alone = credits.get(0);
        http.put(CREDITS + alone + "/limit", manager, "{}");
        http.post(CREDITS + alone + "/publication", head, "");
        weeksPass(alone);
        assertThat(sign(alone, "JOINT").problem()).isEqualTo("422 no-joint-group");
        String groups = VILLAGES + "/" + village + "/joint-groups";
        String two = "{\"fileIds\":[\"" + files.get(0) + "\",\"" + files.get(1) + "\"]}";
        String id = http.post(groups, manager, two).text("groupId");
        assertThat(http.post(groups, manager, two).text("groupId")).isEqualTo(id);
        assertThat(sign(alone, "JOINT").text("security")).isEqualTo("JOINT");
        String other = "{\"fileIds\":[\"" + files.get(0) + "\",\"" + files.get(2) + "\"]}";
        assertThat(http.post(groups, manager, other).problem()).isEqualTo("409 in-another-group");
        String stranger = "{\"fileIds\":[\"" + file() + "\",\"" + files.get(2) + "\"]}";
        assertThat(http.post(groups, manager, stranger).problem()).isEqualTo("404 not-found");
        assertThat(http.post(groups, manager, "{\"fileIds\":[\"" + files.get(2) + "\"]}")
                        .fields())
                .containsExactly("fileIds");
    }

    @Test
    void only_households_of_the_villages_own_branch_are_enrolled() {
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        String theirs = http.post(
                        FILES, elsewhere, People.household("/hq/none/", People.person("李", People.idNumber())))
                .text("id");
        String everywhere = Tokens.staff("BRANCH_HEAD", "hq", "/hq/");
        String credits = VILLAGES + "/" + village() + "/credits";
        assertThat(http.post(credits, everywhere, "{\"fileId\":\"" + theirs + "\"}")
                        .problem())
                .isEqualTo("422 no-household-file");
        assertThat(http.post(credits, elsewhere, "{\"fileId\":\"" + theirs + "\"}")
                        .problem())
                .isEqualTo("404 not-found");
    }

    private String village() {
        return http.post(VILLAGES, manager, """
                {"name":"杏花村","organisationPath":"%s","households":100}""".formatted(path)).text("id");
    }

    private String file() {
        return http.post(FILES, manager, People.household(path, People.person("王小明", People.idNumber())))
                .text("id");
    }

    private String statedFile() {
        String id = file();
        http.put(FILES + "/" + id + "/finances", manager, """
                {"assets":[{"kind":"HOUSE","valueFen":20000000}],"debts":[{"kind":"BANK","amountFen":1000000,
                "monthlyFen":50000}],"monthlyIncomeFen":500000,"monthlyExpensesFen":200000}""");
        return id;
    }

    private String enrolled(String village, String file) {
        return http.post(VILLAGES + "/" + village + "/credits", manager, "{\"fileId\":\"" + file + "\"}")
                .text("id");
    }

    private String published(String village) {
        String credit = enrolled(village, statedFile());
        http.put(CREDITS + credit + "/limit", manager, "{}");
        http.post(CREDITS + credit + "/publication", head, "");
        return credit;
    }

    private Http.Answer sign(String credit, String security) {
        return http.post(CREDITS + credit + "/signature", manager, """
                {"security":"%s","contractNumber":"HT-2026-1"}""".formatted(security));
    }

    private void weeksPass(String credit) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(credit)),
                Update.update("notice.objectionsUntil", "2020-01-01").inc("version", 1),
                VillageCredit.COLLECTION);
    }
}
