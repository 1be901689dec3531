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
    private final String village;
    private final String one;
    private final String two;
    private final String published;

    VillageProbes(Http http, String path) {
        this.http = http;
        this.path = path;
        this.manager = Tokens.staff("ACCOUNT_MANAGER", "x", path);
        this.village = VILLAGES + "/" + http.planted(VILLAGES, manager, villageForm());
        this.one = file();
        this.two = file();
        enrolled(one);
        this.published = enrolled(two);
        http.put(published + "/limit", manager, "{}");
        http.post(published + "/publication", Tokens.staff("BRANCH_HEAD", "x", path), "");
    }

    /** What may be repeated is tried on one and the same household. */
    void addTo(ScopeWalk walk) {
        walk.probe("POST " + VILLAGES, grants -> posts(VILLAGES, grants, villageForm()));
        walk.probe("GET " + VILLAGES, this::lists);
        walk.probe("GET " + VILLAGES + "/{id}/progress", grants -> gets(village + "/progress", grants));
        walk.probe(
                "POST " + VILLAGES + "/{id}/credits",
                grants -> posts(village + "/credits", grants, "{\"fileId\":\"" + one + "\"}"));
        walk.probe("GET " + VILLAGES + "/{id}/credits", grants -> gets(village + "/credits", grants));
        walk.probe(
                "POST " + VILLAGES + "/{id}/joint-groups",
                grants -> posts(village + "/joint-groups", grants, "{\"fileIds\":[\"" + one + "\",\"" + two + "\"]}"));
        String credit = CREDITS + "{id}";
        walk.probe("GET " + credit, grants -> gets(published, grants));
        walk.probe(
                "PUT " + credit + "/limit",
                grants -> reached(http.put(enrolled(one) + "/limit", Tokens.holding(grants), "{}")));
        walk.probe("POST " + credit + "/publication", grants -> posts(published + "/publication", grants, ""));
        walk.probe(
                "POST " + credit + "/objections",
                grants -> posts(published + "/objections", grants, "{\"clientId\":\"a\",\"text\":\"额度太高了\"}"));
        walk.probe("POST " + credit + "/objections/{objectionId}/resolution", this::resolves);
        // The notice still hangs: whoever may sign is told so, whoever may not sees no credit at all.
        walk.probe(
                "POST " + credit + "/signature",
                grants -> known(http.post(
                        published + "/signature",
                        Tokens.holding(grants),
                        "{\"security\":\"CREDIT\",\"contractNumber\":\"1\"}")));
        walk.probe(
                "POST " + credit + "/use",
                grants -> known(http.post(published + "/use", Tokens.holding(grants), "{\"loanId\":\"L\"}")));
    }

    private String villageForm() {
        return """
                {"name":"%s","organisationPath":"%s","households":100}""".formatted(Ids.next(), path);
    }

    private String file() {
        String id = http.planted(FILES, manager, People.household(path, People.person("王", People.idNumber())));
        http.put(FILES + "/" + id + "/finances", manager, """
                {"assets":[{"kind":"HOUSE","valueFen":20000000}],"debts":[],"monthlyIncomeFen":500000,
                "monthlyExpensesFen":200000}""");
        return id;
    }

    private String enrolled(String file) {
        return CREDITS + http.planted(village + "/credits", manager, "{\"fileId\":\"" + file + "\"}");
    }

    private boolean resolves(Map<String, List<String>> grants) {
        List<String> objections = http.post(
                        published + "/objections", manager, "{\"clientId\":\"" + Ids.next() + "\",\"text\":\"额度太高了\"}")
                .each("objections", "id");
        String last = objections.get(objections.size() - 1);
        return posts(
                published + "/objections/" + last + "/resolution",
                grants,
                "{\"verdict\":\"DISMISSED\",\"reason\":\"经核实不属实\"}");
    }

    private boolean lists(Map<String, List<String>> grants) {
        String id = village.substring(VILLAGES.length() + 1);
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
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201, 403, 404);
        return answer.status() < 300;
    }

    private static boolean known(Http.Answer answer) {
        assertThat(answer.status()).isIn(403, 404, 409);
        return answer.status() == 409;
    }
}
