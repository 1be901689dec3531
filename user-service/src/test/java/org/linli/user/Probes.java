package org.linli.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;
import org.linli.user.token.Principal;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** What the probes of the walk through the data scopes have in common. */
abstract class Probes {
    protected final PeopleHttpTest http;
    protected final String branch;

    Probes(PeopleHttpTest http, String branch) {
        this.http = http;
        this.branch = branch;
    }

    /** Adds a probe for each endpoint of this part. */
    abstract void addTo(ScopeWalk walk);

    /** Someone with these grants, at home in head office: where someone is at home must not widen the scope. */
    protected String holding(Map<String, List<String>> grants) {
        return holding(http, grants);
    }

    static String holding(HttpTest http, Map<String, List<String>> grants) {
        Map<String, Set<String>> may = new HashMap<>();
        grants.forEach((path, permissions) -> may.put(path, new HashSet<>(permissions)));
        return http.tokens.issue(
                new Principal(Ids.next(), Principal.Kind.STAFF, List.of(), may, Map.of("org", "hq", "orgPath", "/hq/")),
                Ids.next());
    }

    protected boolean sees(String path, Map<String, List<String>> grants) throws Exception {
        return passes(http.ask(path, holding(grants)));
    }

    protected boolean tells(String path, Map<String, List<String>> grants, Object body) throws Exception {
        return passes(http.tell(path, holding(grants), body));
    }

    protected boolean places(String path, Map<String, List<String>> grants, Object body) throws Exception {
        return passes(http.place(path, holding(grants), body));
    }

    protected boolean sends(MockHttpServletRequestBuilder request, Map<String, List<String>> grants) throws Exception {
        return passes(http.send(request, holding(grants), null));
    }

    /** Anything but a pass and the two ways to be kept out is a mistake of the probe. */
    protected static boolean passes(ResultActions answer) throws Exception {
        int status = answer.andReturn().getResponse().getStatus();
        assertThat(status)
                .as(answer.andReturn().getResponse().getContentAsString())
                .isIn(200, 201, 204, 403, 404);
        return status < 300;
    }

    protected JsonNode asAdministrator(ResultActions answer) throws Exception {
        assertThat(passes(answer)).isTrue();
        return http.body(answer);
    }

    /** Whether one of the list's items has this value; page by page, as far as the list goes. */
    protected boolean lists(String list, String field, String value, Map<String, List<String>> grants)
            throws Exception {
        String token = holding(grants);
        String join = list.contains("?") ? "&" : "?";
        String next = "";
        do {
            ResultActions page = http.ask(list + join + "size=100" + (next.isEmpty() ? "" : "&after=" + next), token);
            if (!passes(page)) {
                return false;
            }
            for (JsonNode item : http.body(page).path("items")) {
                if (item.path(field).asString().equals(value)) {
                    return true;
                }
            }
            next = http.body(page).path("next").asString("");
        } while (!next.isEmpty());
        return false;
    }

    /** The same list asked in several ways has to give one answer. */
    protected boolean listsAlike(List<String> ways, String field, String value, Map<String, List<String>> grants)
            throws Exception {
        boolean first = lists(ways.get(0), field, value, grants);
        for (String way : ways) {
            assertThat(lists(way, field, value, grants)).as(way).isEqualTo(first);
        }
        return first;
    }

    protected String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }
}
