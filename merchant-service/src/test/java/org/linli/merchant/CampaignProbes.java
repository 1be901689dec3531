package org.linli.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Plants campaigns of the branch and tries to reach them. */
final class CampaignProbes {
    private static final String BRANCH = "SCOPE1";
    private static final String PATH = "/hq/" + BRANCH + "/";
    private static final String ADMIN = "/api/v1/admin/campaigns";
    private static final Map<String, String> REASON = Map.of("reason", "理由充分");
    private static final RequestPostProcessor PREPARER = Callers.staff("MARKETING_OPERATOR", PATH, "preparer");
    private static final RequestPostProcessor PUBLISHER = Callers.staff("BRANCH_HEAD", PATH, "publisher");

    private final ScopeWalkTest test;

    CampaignProbes(ScopeWalkTest test) {
        this.test = test;
    }

    void addTo(ScopeWalk walk) {
        walk.probe("GET " + ADMIN, grants -> lists(draft("DRAW"), grants))
                .probe("GET " + ADMIN + "/{id}", grants -> asks("/" + draft("DRAW"), grants))
                .probe("GET " + ADMIN + "/{id}/preview", grants -> asks("/" + draft("DRAW") + "/preview", grants))
                .probe("POST " + ADMIN, grants -> reached(test.tell(ADMIN, Callers.holding(grants), form("DRAW"))))
                .probe("PUT " + ADMIN + "/{id}", this::rewrites)
                .probe(
                        "POST " + ADMIN + "/{id}/submission",
                        grants -> tells("/" + draft("DRAW") + "/submission", null, grants))
                .probe(
                        "POST " + ADMIN + "/{id}/publication",
                        grants -> tells("/" + submitted("DRAW") + "/publication", null, grants))
                .probe(
                        "POST " + ADMIN + "/{id}/rejection",
                        grants -> tells("/" + submitted("DRAW") + "/rejection", REASON, grants))
                .probe(
                        "POST " + ADMIN + "/{id}/pause",
                        grants -> tells("/" + running("DRAW") + "/pause", REASON, grants))
                .probe("POST " + ADMIN + "/{id}/resumption", this::resumes)
                .probe("POST " + ADMIN + "/{id}/end", grants -> tells("/" + running("DRAW") + "/end", REASON, grants))
                .probe(
                        "POST " + ADMIN + "/{campaignId}/scenes",
                        grants -> tells("/" + draft("SCAN") + "/scenes", Map.of("name", "门口"), grants))
                .probe("GET " + ADMIN + "/{campaignId}/scenes/{sceneId}", grants -> asks(scene(), grants))
                .probe(
                        "GET " + ADMIN + "/{campaignId}/scenes/{sceneId}/qr-code",
                        grants -> asks(scene() + "/qr-code", grants))
                .probe(
                        "POST " + ADMIN + "/templates/{code}/drafts",
                        grants -> tells("/templates/mid-autumn/drafts", dates(), grants));
        outcomes(walk);
    }

    private void outcomes(ScopeWalk walk) {
        walk.probe("GET " + ADMIN + "/{campaignId}/report", grants -> asks("/" + running("DRAW") + "/report", grants))
                .probe(
                        "GET " + ADMIN + "/{campaignId}/report/export",
                        grants -> asks("/" + running("DRAW") + "/report/export", grants))
                .probe("GET " + ADMIN + "/{campaignId}/draws", this::verifies)
                .probe("GET " + ADMIN + "/{campaignId}/bottles", grants -> asks(bottles(), grants))
                .probe(
                        "POST " + ADMIN + "/{campaignId}/bottles/{bottleId}/approval",
                        grants -> tells(bottle() + "/approval", null, grants))
                .probe(
                        "POST " + ADMIN + "/{campaignId}/bottles/{bottleId}/rejection",
                        grants -> tells(bottle() + "/rejection", REASON, grants));
    }

    private Map<String, Object> dates() {
        Map<String, Object> dates = new LinkedHashMap<>();
        dates.put("from", test.clock.instant().minusSeconds(60).toString());
        dates.put("until", test.clock.instant().plus(Duration.ofDays(9)).toString());
        dates.put("organisationId", BRANCH);
        return dates;
    }

    private Map<String, Object> form(String entry) {
        Map<String, Object> form = dates();
        form.put("title", "支行活动");
        form.put("text", "人人有份");
        form.put("entry", entry);
        form.put("prizes", List.of(Map.of("name", "积分", "reward", "POINTS", "points", 1)));
        return form;
    }

    private String draft(String entry) throws Exception {
        return test.body(test.tell(ADMIN, PREPARER, form(entry))).path("id").asString();
    }

    private String submitted(String entry) throws Exception {
        String id = draft(entry);
        test.tell(ADMIN + "/" + id + "/submission", PREPARER, null);
        return id;
    }

    private String running(String entry) throws Exception {
        String id = submitted(entry);
        test.tell(ADMIN + "/" + id + "/publication", PUBLISHER, null);
        return id;
    }

    private String scene() throws Exception {
        String id = draft("SCAN");
        ResultActions added = test.tell(ADMIN + "/" + id + "/scenes", PREPARER, Map.of("name", "门口"));
        return "/" + id + "/scenes/" + test.body(added).path("sceneId").asString();
    }

    private String bottles() throws Exception {
        String id = running("BOTTLE");
        test.tell(
                "/api/v1/campaigns/" + id + "/participations",
                Callers.consumer(Ids.next()),
                Ids.next(),
                Map.of("message", "你好"));
        return "/" + id + "/bottles";
    }

    private String bottle() throws Exception {
        String bottles = bottles();
        return bottles
                + "/"
                + test.body(test.ask(ADMIN + bottles, PUBLISHER))
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
    }

    private boolean rewrites(Map<String, List<String>> grants) throws Exception {
        return reached(test.mvc.perform(put(ADMIN + "/" + draft("DRAW"))
                .with(Callers.holding(grants))
                .contentType(MediaType.APPLICATION_JSON)
                .content(test.json.writeValueAsString(form("DRAW")))));
    }

    private boolean resumes(Map<String, List<String>> grants) throws Exception {
        String id = running("DRAW");
        test.tell(ADMIN + "/" + id + "/pause", PREPARER, REASON);
        return tells("/" + id + "/resumption", null, grants);
    }

    private boolean verifies(Map<String, List<String>> grants) throws Exception {
        String id = running("DRAW");
        test.tell(ADMIN + "/" + id + "/end", PUBLISHER, REASON);
        return asks("/" + id + "/draws", grants);
    }

    private boolean lists(String id, Map<String, List<String>> grants) throws Exception {
        String next = "";
        do {
            ResultActions page = test.ask(
                    ADMIN + "?status=DRAFT&size=100" + (next.isEmpty() ? "" : "&after=" + next),
                    Callers.holding(grants));
            if (!reached(page)) {
                return false;
            }
            for (var item : test.body(page).path("items")) {
                if (item.path("id").asString().equals(id)) {
                    return true;
                }
            }
            next = test.body(page).path("next").asString("");
        } while (!next.isEmpty());
        return false;
    }

    private boolean asks(String path, Map<String, List<String>> grants) throws Exception {
        return reached(test.ask(ADMIN + path, Callers.holding(grants)));
    }

    private boolean tells(String path, Object body, Map<String, List<String>> grants) throws Exception {
        return reached(test.tell(ADMIN + path, Callers.holding(grants), body));
    }

    private static boolean reached(ResultActions answer) {
        int status = answer.andReturn().getResponse().getStatus();
        assertThat(status).isIn(200, 201, 403, 404);
        return status < 300;
    }
}
