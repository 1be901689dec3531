package org.linli.user;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.localstack.access.ScopeWalk;
import org.linli.user.branch.BusinessDay;
import org.springframework.test.web.servlet.ResultActions;

/** The branch itself and its outlets. */
class OrganisationProbes extends Probes {
    private static final String BRANCHES = "/api/v1/admin/branches";
    private static final String ORGANISATIONS = "/api/v1/admin/organisations";
    private static final String OUTLETS = "/api/v1/admin/outlets";

    OrganisationProbes(PeopleHttpTest http, String branch) {
        super(http, branch);
    }

    @Override
    void addTo(ScopeWalk walk) {
        String here = BRANCHES + "/" + branch;
        walk.probe("POST " + BRANCHES, this::opensBranch)
                .probe("PUT " + BRANCHES + "/{id}", grants -> places(here, grants, http.branch(null, 20, 150)))
                .probe("POST " + BRANCHES + "/{id}/closure", this::closesBranchLater)
                .probe("DELETE " + BRANCHES + "/{id}/pending-change", this::callsOffClosing)
                .probe("GET " + ORGANISATIONS, grants -> lists(ORGANISATIONS, "id", outlet(), grants))
                .probe("GET " + ORGANISATIONS + "/{id}", grants -> sees(ORGANISATIONS + "/" + outlet(), grants))
                .probe("GET " + OUTLETS, this::listsOutlets)
                .probe("GET " + OUTLETS + "/{id}", grants -> sees(OUTLETS + "/" + outlet(), grants))
                .probe("POST " + OUTLETS, grants -> tells(OUTLETS, grants, form()))
                .probe("PUT " + OUTLETS + "/{id}", grants -> places(OUTLETS + "/" + outlet(), grants, form()))
                .probe(
                        "POST " + OUTLETS + "/{id}/closure",
                        grants -> tells(OUTLETS + "/" + outlet() + "/closure", grants, null))
                .probe("DELETE " + OUTLETS + "/{id}/pending-change", this::callsOffOutlet);
    }

    /** It is there already: whoever learns that has passed the door. */
    private boolean opensBranch(Map<String, List<String>> grants) throws Exception {
        ResultActions answer = http.tell(BRANCHES, holding(grants), http.branch(branch, 20, 150));
        return http.body(answer).path("code").asString().equals("branch-exists") || passes(answer);
    }

    private boolean closesBranchLater(Map<String, List<String>> grants) throws Exception {
        boolean planned = tells(BRANCHES + "/" + branch + "/closure", grants, Map.of("effectiveOn", tomorrow()));
        if (planned) {
            callOff();
        }
        return planned;
    }

    private boolean callsOffClosing(Map<String, List<String>> grants) throws Exception {
        asAdministrator(http.tell(
                BRANCHES + "/" + branch + "/closure", http.administrator(), Map.of("effectiveOn", tomorrow())));
        boolean calledOff = sends(delete(BRANCHES + "/" + branch + "/pending-change"), grants);
        if (!calledOff) {
            callOff();
        }
        return calledOff;
    }

    private void callOff() throws Exception {
        asAdministrator(http.send(delete(BRANCHES + "/" + branch + "/pending-change"), http.administrator(), null));
    }

    private boolean listsOutlets(Map<String, List<String>> grants) throws Exception {
        return listsAlike(List.of(OUTLETS, OUTLETS + "?branchId=" + branch), "id", outlet(), grants);
    }

    private boolean callsOffOutlet(Map<String, List<String>> grants) throws Exception {
        String path = OUTLETS + "/" + outlet();
        Map<String, Object> later = form();
        later.put("effectiveOn", tomorrow());
        asAdministrator(http.place(path, http.administrator(), later));
        return sends(delete(path + "/pending-change"), grants);
    }

    private String outlet() throws Exception {
        return asAdministrator(http.tell(OUTLETS, http.administrator(), form()))
                .path("id")
                .asString();
    }

    private Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("branchId", branch);
        form.put("name", "范围服务点");
        form.put("point", Map.of("lat", 20, "lng", 150, "crs", "GCJ02"));
        return form;
    }

    private String tomorrow() {
        return BusinessDay.of(http.clock.instant().plus(Duration.ofDays(1))).toString();
    }
}
