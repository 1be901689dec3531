package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Plants customer files and guarantees in a branch and tries to reach them. */
final class CustomerFileProbes {
    private static final String FILES = "/api/v1/admin/customer-files";

    private final Http http;
    private final String path;
    private final String manager;
    private final String applied;
    private final String company;
    private final String merchant;
    private final String holder = People.idNumber();
    private final String file;
    private final String guarantor;

    /** @param applied a case of the branch; @param merchant one of its merchants */
    CustomerFileProbes(Http http, String path, String applied, String merchant) {
        this.http = http;
        this.path = path;
        this.manager = Tokens.staff("ACCOUNT_MANAGER", "x", path);
        this.applied = applied;
        this.merchant = merchant;
        this.file = FILES + "/" + http.planted(FILES, manager, People.household(path, People.person("王", holder)));
        this.guarantor = http.post(
                        file + "/guarantors", manager, "{\"person\":" + People.person("赵", People.idNumber()) + "}")
                .each("guarantors", "id")
                .get(0);
        this.company = http.planted(
                "/api/v1/admin/guarantee-companies",
                Tokens.staff("ADMINISTRATOR", "hq", "/hq/"),
                "{\"name\":\"惠农担保\",\"capFen\":10000000}",
                "Idempotency-Key",
                Ids.next());
    }

    void addTo(ScopeWalk walk) {
        walk.probe("POST " + FILES, grants -> reached(http.post(FILES, Tokens.holding(grants), household())));
        walk.probe("GET " + FILES, this::lists);
        walk.probe("POST " + FILES + "/searches", this::searches);
        walk.probe("GET " + FILES + "/{id}", grants -> reached(http.get(file, Tokens.holding(grants))));
        walk.probe(
                "GET " + FILES + "/{id}/relations",
                grants -> reached(http.get(file + "/relations", Tokens.holding(grants))));
        walk.probe("POST " + FILES + "/{id}/reveal", this::reveals);
        walk.probe(
                "POST " + FILES + "/{id}/members",
                grants -> posts(grants, "/members", """
                {"relation":"SPOUSE","person":%s}""".formatted(People.person("李", People.idNumber()))));
        walk.probe(
                "POST " + FILES + "/{id}/guarantors",
                grants -> posts(grants, "/guarantors", "{\"person\":" + People.person("李", People.idNumber()) + "}"));
        walk.probe("POST " + FILES + "/{id}/guarantors/{guarantorId}/acceptance", this::accepts);
        walk.probe(
                "POST " + FILES + "/{id}/papers",
                grants -> posts(grants, "/papers", "{\"kind\":\"OTHER\",\"number\":\"123456\"}"));
        walk.probe("DELETE " + FILES + "/{id}/entries/{entryId}", this::removes);
        walk.probe(
                "PUT " + FILES + "/{id}/finances",
                grants ->
                        reached(http.put(file + "/finances", Tokens.holding(grants), "{\"assets\":[],\"debts\":[]}")));
        walk.probe("PUT " + FILES + "/{id}/merchant", this::links);
        String guarantee = "/api/v1/admin/loan-applications/{id}/guarantee-company";
        walk.probe("POST " + guarantee, this::reserves);
        walk.probe(
                "DELETE " + guarantee + "/{companyId}",
                grants -> reached(http.send(
                        "DELETE", guarantee.replace("{id}", applied) + "/" + company, Tokens.holding(grants))));
    }

    private String household() {
        return People.household(path, People.person("王", People.idNumber()));
    }

    private boolean posts(Map<String, List<String>> grants, String what, String body) {
        return reached(http.post(file + what, Tokens.holding(grants), body));
    }

    private boolean lists(Map<String, List<String>> grants) {
        String id = file.substring(FILES.length() + 1);
        String after = "";
        do {
            Http.Answer page = http.get(FILES + "?size=100" + after, Tokens.holding(grants));
            if (!reached(page) || page.each("items", "id").contains(id)) {
                return page.status() == 200;
            }
            after = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return false;
    }

    private boolean searches(Map<String, List<String>> grants) {
        Http.Answer found = http.post(FILES + "/searches", Tokens.holding(grants), "{\"idNumber\":\"" + holder + "\"}");
        return reached(found) && !found.each("items", "id").isEmpty();
    }

    private boolean reveals(Map<String, List<String>> grants) {
        String holderId = http.get(file, manager).body().at("/holder/id").asString();
        return reached(http.post(file + "/reveal", Tokens.holding(grants), """
                {"entryId":"%s","fields":["NAME"],"reason":"核对身份证件"}""".formatted(holderId)));
    }

    private boolean accepts(Map<String, List<String>> grants) {
        return reached(http.post(file + "/guarantors/" + guarantor + "/acceptance", Tokens.holding(grants), ""));
    }

    private boolean removes(Map<String, List<String>> grants) {
        List<String> members = http.post(
                        file + "/members", manager, """
                {"relation":"CHILD","person":%s}""".formatted(People.person("李", People.idNumber())))
                .each("members", "id");
        return reached(
                http.send("DELETE", file + "/entries/" + members.get(members.size() - 1), Tokens.holding(grants)));
    }

    private boolean links(Map<String, List<String>> grants) {
        return reached(http.put(file + "/merchant", Tokens.holding(grants), "{\"merchantId\":\"" + merchant + "\"}"));
    }

    private boolean reserves(Map<String, List<String>> grants) {
        return reached(http.post(
                "/api/v1/admin/loan-applications/" + applied + "/guarantee-company",
                Tokens.holding(grants),
                "{\"companyId\":\"" + company + "\",\"amountFen\":100}",
                "Idempotency-Key",
                Ids.next()));
    }

    private static boolean reached(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201, 403, 404);
        return answer.status() < 300;
    }
}
