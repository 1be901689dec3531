package org.linli.user;

import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;
import org.linli.user.audit.PlantedRows;
import org.springframework.test.web.servlet.ResultActions;

/** What happened in the branch. */
class AuditProbes extends Probes {
    private static final String TRAIL = "/api/v1/admin/audit-trail";

    private final PlantedRows rows;

    AuditProbes(PeopleHttpTest http, String branch, PlantedRows rows) {
        super(http, branch);
        this.rows = rows;
    }

    @Override
    void addTo(ScopeWalk walk) {
        walk.probe("GET " + TRAIL, this::lists)
                .probe("GET " + TRAIL + "/{id}", grants -> sees(TRAIL + "/" + rows.plant(branch, Ids.next()), grants))
                .probe("GET " + TRAIL + "/statistics", this::counts)
                .probe("GET " + TRAIL + "/export", this::exports)
                .probe(
                        "POST " + TRAIL + "/verification",
                        grants -> tells(TRAIL + "/verification", grants, Map.of("organisation", branch)));
    }

    /** By each filter that names the branch or the thing. */
    private boolean lists(Map<String, List<String>> grants) throws Exception {
        String target = Ids.next();
        rows.plant(branch, target);
        return listsAlike(
                List.of(
                        TRAIL + "?organisation=" + branch,
                        TRAIL + "?targetId=" + target,
                        TRAIL + "?q=" + target,
                        TRAIL + "?organisation=" + branch + "&targetId=" + target),
                "targetId",
                target,
                grants);
    }

    private boolean counts(Map<String, List<String>> grants) throws Exception {
        String target = Ids.next();
        rows.plant(branch, target);
        ResultActions answer = http.ask(TRAIL + "/statistics?targetId=" + target, holding(grants));
        return passes(answer) && http.body(answer).path("items").size() > 0;
    }

    private boolean exports(Map<String, List<String>> grants) throws Exception {
        String target = Ids.next();
        rows.plant(branch, target);
        ResultActions answer = http.ask(TRAIL + "/export?format=csv&organisation=" + branch, holding(grants));
        return passes(answer) && text(answer).contains(target);
    }
}
