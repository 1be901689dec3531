package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Plants villages and their households in a branch and tries to reach them. */
final class VillageProbes {
    private static final String FILES = "/api/v1/admin/customer-files";
    private static final String VILLAGES = "/api/v1/admin/villages";
    private static final String CREDITS = "/api/v1/admin/village-credits/";

    private final Http http;
    private final String path;
    private final String manager;

    VillageProbes(Http http, String path) {
        this.http = http;
        this.path = path;
        this.manager = Tokens.staff("ACCOUNT_MANAGER", "x", path);
    }

    void addTo(ScopeWalk walk) {
        walk.probe("POST " + VILLAGES, grants -> posts(VILLAGES, grants, villageForm()));
        walk.probe("GET " + VILLAGES, this::lists);
        walk.probe("GET " + VILLAGES + "/{id}/progress", grants -> gets(village() + "/progress", grants));
        walk.probe(
                "POST " + VILLAGES + "/{id}/credits",
                grants -> posts(village() + "/credits", grants, "{\"fileId\":\"" + file() + "\"}"));
        walk.probe("GET " + VILLAGES + "/{id}/credits", grants -> gets(village() + "/credits", grants));
        walk.probe("POST " + VILLAGES + "/{id}/joint-groups", this::declares);
        String one = CREDITS + "{id}";
        walk.probe("GET " + one, grants -> gets(credit(), grants));
        walk.probe(
                "PUT " + one + "/limit",
                grants -> reached(http.put(credit() + "/limit", Tokens.holding(grants), "{}")));
        walk.probe("POST " + one + "/publication", grants -> posts(credited() + "/publication", grants, ""));
        walk.probe(
                "POST " + one + "/objections",
                grants -> posts(published() + "/objections", grants, "{\"clientId\":\"a\",\"text\":\"额度太高了\"}"));
        walk.probe("POST " + one + "/objections/{objectionId}/resolution", this::resolves);
        // The notice still hangs: whoever may sign is told so, whoever may not sees no credit at all.
        walk.probe(
                "POST " + one + "/signature",
                grants -> known(http.post(
                        published() + "/signature",
                        Tokens.holding(grants),
                        "{\"security\":\"CREDIT\",\"contractNumber\":\"1\"}")));
        walk.probe(
                "POST " + one + "/use",
                grants -> known(http.post(published() + "/use", Tokens.holding(grants), "{\"loanId\":\"L\"}")));
    }

    private String villageForm() {
        return """
                {"name":"%s","organisationPath":"%s","households":100}""".formatted(Ids.next(), path);
    }

    private String village() {
        return VILLAGES + "/" + http.post(VILLAGES, manager, villageForm()).text("id");
    }

    private String file() {
        String id = http.post(FILES, manager, People.household(path, People.person("王", People.idNumber())))
                .text("id");
        http.put(FILES + "/" + id + "/finances", manager, """
                {"assets":[{"kind":"HOUSE","valueFen":20000000}],"debts":[],"monthlyIncomeFen":500000,
                "monthlyExpensesFen":200000}""");
        return id;
    }

    private String credit() {
        return enrolled(village(), file());
    }

    private String enrolled(String village, String file) {
        return CREDITS
                + http.post(village + "/credits", manager, "{\"fileId\":\"" + file + "\"}")
                        .text("id");
    }

    private String credited() {
        String credit = credit();
        http.put(credit + "/limit", manager, "{}");
        return credit;
    }

    private String published() {
        String credit = credited();
        http.post(credit + "/publication", Tokens.staff("BRANCH_HEAD", "x", path), "");
        return credit;
    }

    private boolean declares(Map<String, List<String>> grants) {
        String village = village();
        String one = file();
        String two = file();
        enrolled(village, one);
        enrolled(village, two);
        return posts(village + "/joint-groups", grants, "{\"fileIds\":[\"" + one + "\",\"" + two + "\"]}");
    }

    private boolean resolves(Map<String, List<String>> grants) {
        String credit = published();
        String objection = http.post(credit + "/objections", manager, "{\"clientId\":\"a\",\"text\":\"额度太高了\"}")
                .each("objections", "id")
                .get(0);
        return posts(
                credit + "/objections/" + objection + "/resolution",
                grants,
                "{\"verdict\":\"DISMISSED\",\"reason\":\"经核实不属实\"}");
    }

    private boolean lists(Map<String, List<String>> grants) {
        String id = village().substring(VILLAGES.length() + 1);
        String after = "";
        do {
            Http.Answer page = http.get(VILLAGES + "?size=100" + after, Tokens.holding(grants));
            if (!reached(page) || page.each("items", "id").contains(id)) {
                return page.status() == 200;
            }
            after = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return false;
    }

    private boolean gets(String what, Map<String, List<String>> grants) {
        return reached(http.get(what, Tokens.holding(grants)));
    }

    private boolean posts(String what, Map<String, List<String>> grants, String body) {
        return reached(http.post(what, Tokens.holding(grants), body));
    }

    private static boolean reached(Http.Answer answer) {
        assertThat(answer.status()).isIn(200, 201, 403, 404);
        return answer.status() < 300;
    }

    private static boolean known(Http.Answer answer) {
        assertThat(answer.status()).isIn(403, 404, 409);
        return answer.status() == 409;
    }
}
