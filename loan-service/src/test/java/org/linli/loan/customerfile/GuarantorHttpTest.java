package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.People;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Guarantors and related parties over HTTP. */
class GuarantorHttpTest extends RunningService {
    private static final String FILES = "/api/v1/admin/customer-files";

    private final String branch = "G" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final Map<String, String> idNumbers = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    @Autowired
    private JointGroups groups;

    @Autowired
    private CustomerFiles facts;

    @Test
    void a_ring_outside_a_declared_group_is_reported_and_refused_inside_one_it_is_allowed() {
        String guarantor = ringOfThree();
        JsonNode verdict = relations("A").body().path("guarantors").path(0);
        assertThat(verdict.path("verdict").asString()).isEqualTo("REFUSED");
        assertThat(verdict.path("reason").asString()).isEqualTo("guarantor-ring");
        assertThat(verdict.path("ring").size()).isEqualTo(3);
        Http.Answer refused = accept("A", guarantor);
        assertThat(refused.problem()).isEqualTo("422 guarantor-refused");
        assertThat(refused.each("errors", "code")).containsExactly("guarantor-ring");

        groups.declare("village", path, new TreeSet<>(List.of(files.get("A"), files.get("B"))), staff());
        assertThat(accept("A", guarantor).problem()).isEqualTo("422 guarantor-refused");
    }

    @Test
    void a_ring_inside_one_declared_group_is_allowed() {
        String guarantor = ringOfThree();
        TreeSet<String> all = new TreeSet<>(files.values());
        JointGroups.Declared declared = groups.declare("village", path, all, staff());
        assertThat(groups.declare("village", path, all, staff())).isEqualTo(declared);
        assertThat(accept("A", guarantor).status()).isEqualTo(200);
        assertThat(relations("A").each("guarantors", "verdict")).containsExactly("USABLE_IN_GROUP");
        assertThat(groups.declare("village", path, new TreeSet<>(List.of(files.get("A"), files.get("B"))), staff()))
                .isInstanceOf(JointGroups.InAnotherGroup.class);
        FileFacts.Guarantor known =
                facts.ofFile(files.get("A")).orElseThrow().guarantors().get(0);
        assertThat(known.accepted()).isTrue();
        assertThat(known.verdict().kind().usable()).isTrue();
    }

    @Test
    void a_spouse_in_another_file_is_of_the_own_household() {
        file("A");
        String spouse = People.idNumber();
        http.post(FILES + "/" + files.get("A") + "/members", manager, """
                {"relation":"SPOUSE","person":%s}""".formatted(People.person("李", spouse)));
        String business = http.post(FILES, manager, """
                {"kind":"BUSINESS","businessName":"面馆","organisationPath":"%s","holder":%s}""".formatted(path, People.person("王", idNumbers.get("A"))))
                .text("id");
        files.put("business", business);
        String guarantor = guarantee("business", People.person("李", spouse));
        assertThat(accept("business", guarantor).each("errors", "code")).containsExactly("own-household");
        assertThat(relations("business").body().at("/relations/0/kinds").toString())
                .contains("SAME_PERSON", "GUARANTEED_BY");
    }

    @Test
    void whoever_guarantees_for_too_many_is_refused_everywhere() {
        String generous = People.person("赵", People.idNumber());
        List<String> entries = new ArrayList<>();
        for (String name : List.of("A", "B", "C")) {
            file(name);
            entries.add(guarantee(name, generous));
        }
        assertThat(accept("A", entries.get(0)).status()).isEqualTo(200);
        file("D");
        assertThat(accept("D", guarantee("D", generous)).each("errors", "code")).containsExactly("too-many-guarantees");
        assertThat(relations("A").each("guarantors", "verdict")).containsExactly("REFUSED");
        assertThat(http.send("DELETE", FILES + "/" + files.get("C") + "/entries/" + entries.get(2), manager)
                        .status())
                .isEqualTo(200);
        assertThat(relations("A").each("guarantors", "verdict")).containsExactly("USABLE");
    }

    @Test
    void files_that_share_a_phone_or_an_address_are_related_and_those_elsewhere_are_not_named() {
        String phone = People.phone();
        String street = "解放路" + Ids.next();
        String first = opened(path, "\"phone\":\"" + phone + "\"", manager);
        String second = opened(path, "\"phone\":\"" + phone + "\",\"address\":\"" + street + " 1号\"", manager);
        String elsewhere = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        opened("/hq/none/", "\"address\":\"" + street + "1号\"", elsewhere);
        files.put("first", first);
        files.put("second", second);
        assertThat(relations("first").each("relations", "fileId")).containsExactly(second);
        Http.Answer seen = relations("second");
        assertThat(seen.each("relations", "fileId")).containsExactlyInAnyOrder(first, "");
        assertThat(seen.body().path("relations").toString()).contains("SHARED_PHONE", "SHARED_ADDRESS");
    }

    /** A is guaranteed by B, B by C, C by A; answers A's guarantor. */
    private String ringOfThree() {
        file("A");
        file("B");
        file("C");
        String guarantor = guarantee("A", People.person("王", idNumbers.get("B")));
        guarantee("B", People.person("王", idNumbers.get("C")));
        guarantee("C", People.person("王", idNumbers.get("A")));
        return guarantor;
    }

    private void file(String name) {
        String idNumber = People.idNumber();
        idNumbers.put(name, idNumber);
        files.put(
                name,
                http.post(FILES, manager, People.household(path, People.person("王", idNumber)))
                        .text("id"));
    }

    private String opened(String where, String more, String token) {
        String person = "{\"name\":\"王\",\"idNumber\":\"" + People.idNumber() + "\"," + more + "}";
        return http.post(FILES, token, People.household(where, person)).text("id");
    }

    private String guarantee(String file, String person) {
        List<String> ids = http.post(
                        FILES + "/" + files.get(file) + "/guarantors", manager, "{\"person\":" + person + "}")
                .each("guarantors", "id");
        return ids.get(ids.size() - 1);
    }

    private Http.Answer accept(String file, String guarantor) {
        return http.post(FILES + "/" + files.get(file) + "/guarantors/" + guarantor + "/acceptance", manager, "");
    }

    private Http.Answer relations(String file) {
        return http.get(FILES + "/" + files.get(file) + "/relations", manager);
    }

    private Caller staff() {
        return new Caller("m", "staff", Set.of(), null, Map.of(), List.of(path), Map.of());
    }
}
