package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Plants areas and visits in a branch and tries to reach them. */
final class MarketingProbes {
    private static final String MARKETING = "/api/v1/admin/marketing";

    private final Http http;
    private final String path;
    private final String area;
    private final String walker;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    MarketingProbes(Http http, String path) {
        this.http = http;
        this.path = path;
        this.area = http.planted(MARKETING + "/areas", Tokens.staff("BRANCH_HEAD", "x", path), areaForm());
        // Somebody of the branch makes a visit, so that figures tell whether they show it.
        this.walker = "walker-" + Ids.next();
        http.post(MARKETING + "/visits", Tokens.staff("ACCOUNT_MANAGER", path, walker, Map.of()), visit(area));
    }

    void addTo(ScopeWalk walk) {
        String areas = MARKETING + "/areas";
        walk.probe("POST " + areas, grants -> reached(http.post(areas, Tokens.holding(grants), areaForm())));
        walk.probe("GET " + areas, this::lists);
        walk.probe(
                "PUT " + areas + "/{id}/manager",
                grants -> reached(
                        http.put(areas + "/" + area + "/manager", Tokens.holding(grants), "{\"managerId\":\"m\"}")));
        walk.probe(
                "GET " + areas + "/{id}/suggestions",
                grants -> reached(http.get(areas + "/" + area + "/suggestions", Tokens.holding(grants))));
        walk.probe("PUT " + MARKETING + "/plans/{monday}", this::plans);
        walk.probe(
                "POST " + MARKETING + "/visits",
                grants -> reached(http.post(MARKETING + "/visits", Tokens.holding(grants), visit(area))));
        walk.probe("GET " + MARKETING + "/visits", grants -> shows(grants, "/visits?size=100&" + span()));
        walk.probe("GET " + MARKETING + "/weeks/{monday}", grants -> shows(grants, "/weeks/" + monday));
        walk.probe("GET " + MARKETING + "/conversions", grants -> shows(grants, "/conversions?" + span()));
        walk.probe("GET " + MARKETING + "/conversions/export", this::exports);
    }

    private String span() {
        return "from=" + today.minusDays(2) + "&to=" + today.plusDays(1);
    }

    private String areaForm() {
        return """
                {"name":"%s","organisationPath":"%s","centre":{"lat":10.0,"lng":120.0,"crs":"GCJ02"},
                "radiusMeters":100,"managerId":"walker"}""".formatted(Ids.next(), path);
    }

    private static String visit(String area) {
        return """
                {"clientId":"%s","areaId":"%s","place":{"lat":10.0,"lng":120.0,"crs":"GCJ02"},"startedAt":"%s",
                "minutes":30,"result":"INTERESTED"}""".formatted(Ids.next(), area, Instant.now());
    }

    private boolean plans(Map<String, List<String>> grants) {
        String stop = "{\"areaId\":\"" + area + "\",\"on\":\"" + monday + "\",\"minutes\":30}";
        return reached(http.put(
                MARKETING + "/plans/" + monday,
                Tokens.holding(grants),
                "{\"stops\":[" + stop + ("," + stop).repeat(19) + "]}"));
    }

    private boolean lists(Map<String, List<String>> grants) {
        String after = "";
        do {
            Http.Answer page = http.get(MARKETING + "/areas?size=100" + after, Tokens.holding(grants));
            if (!reached(page) || page.each("items", "id").contains(area)) {
                return page.status() == 200;
            }
            after = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return false;
    }

    private boolean shows(Map<String, List<String>> grants, String what) {
        Http.Answer answer = http.get(MARKETING + what, Tokens.holding(grants));
        return reached(answer) && answer.each("items", "managerId").contains(walker);
    }

    private boolean exports(Map<String, List<String>> grants) {
        Http.Text file = http.text(MARKETING + "/conversions/export?" + span(), Tokens.holding(grants));
        assertThat(file.status()).isIn(200, 403);
        return file.status() == 200 && file.body().contains(walker);
    }

    private static boolean reached(Http.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201, 403, 404);
        return answer.status() < 300;
    }
}
