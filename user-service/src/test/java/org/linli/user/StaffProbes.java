package org.linli.user;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.localstack.access.Planted;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Members of staff at home in the branch, and what they may do. */
class StaffProbes extends Probes {
    private static final String STAFF = "/api/v1/admin/staff";
    private static final String ACCESS = "/api/v1/admin/access";
    private static final String MANAGE = "staff.manage";

    /** With no more permissions than the probes hand out: nobody may hand out more than they have. */
    private final String role = "R_" + Ids.next().toUpperCase(Locale.ROOT);

    private final Planted<Member> member = new Planted<>(this::newMember);

    private record Member(String id, String username) {}

    @FunctionalInterface
    private interface OnMember {
        boolean reaches(String path, Map<String, List<String>> grants) throws Exception;
    }

    StaffProbes(PeopleHttpTest http, String branch) throws Exception {
        super(http, branch);
        asAdministrator(http.tell(
                "/api/v1/admin/roles",
                http.administrator(),
                Map.of(
                        "code",
                        role,
                        "name",
                        Map.of("zh", "管员工", "en", "Manages staff"),
                        "permissions",
                        List.of(MANAGE),
                        "headOfficeOnly",
                        false)));
    }

    @Override
    void addTo(ScopeWalk walk) {
        walk.renewing(member);
        addPeople(walk);
        addLogins(walk);
        onMember(walk, "PUT", "/assignments", (path, grants) -> places(path, grants, Map.of("assignments", post())));
        onMember(
                walk, "PUT", "/organisation", (path, grants) -> places(path, grants, Map.of("organisationId", branch)));
        onMember(walk, "PUT", "/leave", (path, grants) -> places(path, grants, leave()));
        onMember(walk, "DELETE", "/leave", (path, grants) -> {
            asAdministrator(http.place(path, http.administrator(), leave()));
            return sends(delete(path), grants);
        });
        onMember(
                walk,
                "PUT",
                "/related-merchants",
                (path, grants) -> places(path, grants, Map.of("merchantIds", List.of("m1"))));
        walk.probe("GET " + ACCESS + "/matrix", this::isInMatrix)
                .probe(
                        "GET " + ACCESS + "/explanation",
                        grants -> sees(
                                ACCESS + "/explanation?permission=" + MANAGE + "&organisationId=" + branch + "&staffId="
                                        + hired().id(),
                                grants));
    }

    private void addPeople(ScopeWalk walk) {
        walk.probe("GET " + STAFF, this::lists)
                .probe("POST " + STAFF, grants -> tells(STAFF, grants, candidate("u" + Ids.next())))
                .probe("GET " + STAFF + "/statistics", this::counts)
                .probe("POST " + STAFF + "/imports", this::imports)
                .probe("GET " + STAFF + "/export", this::exports);
        onMember(walk, "GET", "", this::sees);
        onMember(walk, "POST", "/deactivation", (path, grants) -> tells(path, grants, null));
    }

    private void addLogins(ScopeWalk walk) {
        onMember(
                walk,
                "POST",
                "/password-reset",
                (path, grants) -> tells(path, grants, Map.of("password", "another-good-one")));
        onMember(walk, "POST", "/second-factor-reset", (path, grants) -> tells(path, grants, null));
        onMember(walk, "POST", "/sessions-end", (path, grants) -> tells(path, grants, null));
        walk.probe("GET " + STAFF + "/{id}/sessions", this::listsSessions)
                .probe("DELETE " + STAFF + "/{id}/sessions/{sessionId}", this::endsSession);
    }

    /** What is done to one member at a time, to a new one after each time it worked. */
    private void onMember(ScopeWalk walk, String method, String verb, OnMember probe) {
        walk.probe(
                method + " " + STAFF + "/{id}" + verb,
                grants -> probe.reaches(STAFF + "/" + hired().id() + verb, grants));
    }

    /** By list, by search, by role and by branch. */
    private boolean lists(Map<String, List<String>> grants) throws Exception {
        String name = hired().username();
        return listsAlike(
                List.of(STAFF, STAFF + "?q=" + name, STAFF + "?role=" + role, STAFF + "?organisationId=" + branch),
                "username",
                name,
                grants);
    }

    private boolean counts(Map<String, List<String>> grants) throws Exception {
        hired();
        return lists(STAFF + "/statistics", "role", role, grants);
    }

    private boolean imports(Map<String, List<String>> grants) throws Exception {
        Map<String, Object> row = Map.of(
                "username", "u" + Ids.next(), "displayName", "王五", "roles", List.of(role), "organisationId", branch);
        ResultActions answer = http.tell(STAFF + "/imports", holding(grants), Map.of("rows", List.of(row)));
        return passes(answer) && http.body(answer).path("hired").asInt() == 1;
    }

    private boolean exports(Map<String, List<String>> grants) throws Exception {
        String name = hired().username();
        ResultActions answer = http.ask(STAFF + "/export", holding(grants));
        return passes(answer) && text(answer).contains(name);
    }

    private boolean listsSessions(Map<String, List<String>> grants) throws Exception {
        Member member = hired();
        String session = loggedIn(member);
        ResultActions answer = http.ask(STAFF + "/" + member.id() + "/sessions", holding(grants));
        return passes(answer) && text(answer).contains(session);
    }

    private boolean endsSession(Map<String, List<String>> grants) throws Exception {
        Member member = hired();
        return sends(delete(STAFF + "/" + member.id() + "/sessions/" + loggedIn(member)), grants);
    }

    private boolean isInMatrix(Map<String, List<String>> grants) throws Exception {
        return lists(ACCESS + "/matrix?organisationId=" + branch, "username", hired().username(), grants);
    }

    private Member hired() throws Exception {
        return member.get();
    }

    private Member newMember() throws Exception {
        String username = "u" + Ids.next();
        JsonNode answer = asAdministrator(http.tell(STAFF, http.administrator(), candidate(username)));
        return new Member(answer.path("id").asString(), username);
    }

    /** @return the session's id */
    private String loggedIn(Member member) throws Exception {
        asAdministrator(http.tell(
                "/api/v1/auth/staff", null, Map.of("username", member.username(), "password", HttpTest.PASSWORD)));
        return asAdministrator(http.ask(STAFF + "/" + member.id() + "/sessions", http.administrator()))
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private Map<String, Object> candidate(String username) {
        return Map.of(
                "username",
                username,
                "password",
                HttpTest.PASSWORD,
                "displayName",
                "王五",
                "roles",
                List.of(role),
                "organisationId",
                branch);
    }

    private List<Map<String, String>> post() {
        return List.of(Map.of("role", role, "organisationId", branch));
    }

    private Map<String, String> leave() {
        Instant now = http.clock.instant();
        return Map.of(
                "from", now.toString(), "until", now.plus(Duration.ofDays(1)).toString());
    }
}
