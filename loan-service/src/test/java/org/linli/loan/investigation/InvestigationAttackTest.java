package org.linli.loan.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.localstack.shots.Shots;

/** Who tries to spoil an investigation. */
class InvestigationAttackTest extends RunningService {
    private static final String THERE = "30.2457";
    private static final String EAST = "120.1911";

    private final String branch = Visit.aBranch();
    private Visit visit;

    @BeforeEach
    void aCase() {
        visit = Visit.to(http, branch, merchantOf(branch, "APPROVED"), goodApplication());
    }

    @Test
    void another_branchs_manager_finds_no_case() {
        String stranger = Tokens.staff("ACCOUNT_MANAGER", "other", "/hq/other/");
        assertThat(http.put(visit.report("branch"), stranger, "{}").problem()).isEqualTo("404 not-found");
        assertThat(http.get(visit.path("/investigations"), stranger).problem()).isEqualTo("404 not-found");
        assertThat(http.get(visit.path("/cross-checks"), stranger).problem()).isEqualTo("404 not-found");
        assertThat(http.post(visit.report("branch") + "/submission", stranger, "")
                        .problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void nobody_writes_on_the_other_side() {
        assertThat(http.put(visit.report("risk"), visit.manager, "{}").problem())
                .isEqualTo("403 forbidden");
        assertThat(http.put(visit.report("branch"), visit.risk, "{}").problem()).isEqualTo("403 forbidden");
        String ownRisk = Tokens.staff("RISK_MANAGER", "/hq/" + branch + "/", "own-risk", Map.of());
        assertThat(http.put(visit.report("risk"), ownRisk, "{}").problem())
                .as("a risk manager of the branch is not independent of it")
                .isEqualTo("403 forbidden");
        assertThat(http.put(visit.report("middle"), visit.risk, "{}").problem()).isEqualTo("404 not-found");
    }

    @Test
    void the_same_person_is_never_on_both_sides() {
        String both = Tokens.holding(Map.of(
                "/hq/", java.util.List.of("investigation.investigate", "investigation.assess", "investigation.read")));
        assertThat(http.put(visit.report("branch"), both, "{}").status()).isEqualTo(200);
        assertThat(http.put(visit.report("risk"), both, "{}").problem()).isEqualTo("422 investigator-of-both-sides");
        String deputy = Tokens.staff("RISK_MANAGER", "/hq/", "deputy", Map.of("deputyFor", "member"));
        assertThat(http.put(visit.report("risk"), deputy, "{}").problem())
                .as("nor somebody in that person's place")
                .isEqualTo("422 investigator-of-both-sides");
        assertThat(http.put(visit.report("branch"), visit.manager, "{}").problem())
                .isEqualTo("409 side-taken");
        assertThat(http.post(visit.report("branch") + "/submission", visit.manager, "")
                        .problem())
                .as("another's report is nobody else's to hand in")
                .isEqualTo("404 not-found");
    }

    @Test
    void nobody_investigates_their_own_or_a_relatives_case() {
        String merchant = merchantOf(branch, "APPROVED");
        Visit other = Visit.to(http, branch, merchant, goodApplication());
        String path = "/hq/" + branch + "/";
        String uncle = Tokens.staff("ACCOUNT_MANAGER", path, "uncle", Map.of("related", merchant));
        String owner = Tokens.staff("ACCOUNT_MANAGER", path, "owner-of-" + merchant, Map.of());
        assertThat(http.put(other.report("branch"), uncle, "{}").problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(http.put(other.report("branch"), owner, "{}").problem()).isEqualTo("422 four-eyes-conflict");
    }

    @Test
    void an_investigator_approves_nothing() {
        http.put(visit.report("branch"), visit.manager, "{}");
        assertThat(http.post(visit.path("/stage"), visit.manager, "{\"stage\":\"APPROVAL\"}")
                        .status())
                .isIn(409, 422);
    }

    @Test
    void nothing_is_investigated_before_the_papers_are_complete() {
        String id = http.apply(Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication())
                .text("id");
        assertThat(http.put("/api/v1/admin/loan-applications/" + id + "/investigations/branch", visit.manager, "{}")
                        .problem())
                .isEqualTo("409 not-under-investigation");
    }

    @Test
    void a_photo_without_place_is_refused_and_one_from_afar_does_not_count() {
        assertThat(visit.photograph("branch", visit.manager, "SHOP", null, null).problem())
                .isEqualTo("422 photo-without-place");
        assertThat(visit.photograph("branch", visit.manager, "SHOP", "91", EAST).problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(visit.photograph("branch", visit.manager, "SHOP", "NaN", EAST)
                        .problem())
                .isEqualTo("400 invalid-parameter");
        Http.Answer far = visit.photograph("branch", visit.manager, "SHOP", "30.2556", "120.191");
        assertThat(far.status()).isEqualTo(201);
        assertThat(far.text("counts")).isEqualTo("false");
        assertThat(far.body().path("distanceMeters").asLong()).isBetween(1_100L, 1_120L);
        http.put(visit.report("branch"), visit.manager, Visit.branchContent("none"));
        assertThat(http.post(visit.report("branch") + "/submission", visit.manager, "")
                        .each("errors", "code"))
                .containsExactly("shop-photo-missing");
    }

    @Test
    void a_photo_in_another_coordinate_system_is_where_it_was_taken() {
        Map<String, String> fields = shot(Instant.now());
        fields.put("lat", "30.24800");
        fields.put("lng", "120.18637");
        fields.put("crs", "WGS84");
        Http.Answer taken =
                http.upload(visit.report("branch") + "/photos", visit.manager, fields, Shots.jpeg(500, 300));
        assertThat(taken.text("counts")).as(taken.body().toString()).isEqualTo("true");
        fields.put("crs", "GCJ02");
        assertThat(http.upload(visit.report("branch") + "/photos", visit.manager, fields, Shots.jpeg(501, 300))
                        .text("counts"))
                .as("the same degrees of another system are half a kilometre away")
                .isEqualTo("false");
    }

    @Test
    void a_photo_from_the_future_or_from_long_ago_is_refused() {
        for (Instant wrong :
                new Instant[] {Instant.now().plusSeconds(3_600), Instant.now().minusSeconds(40 * 86_400L)}) {
            Map<String, String> fields = shot(wrong);
            fields.put("lat", THERE);
            fields.put("lng", EAST);
            assertThat(http.upload(visit.report("branch") + "/photos", visit.manager, fields, Shots.jpeg(400, 300))
                            .problem())
                    .isEqualTo("422 photo-time-impossible");
        }
    }

    @Test
    void what_is_no_picture_or_too_large_is_refused() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(send(script).problem()).isEqualTo("422 not-a-picture");
        assertThat(send(new byte[0]).problem()).isEqualTo("422 picture-missing");
        assertThat(send(Shots.gif(400, 300)).problem()).isEqualTo("422 picture-type-not-taken");
        assertThat(send(Shots.jpeg(50, 50)).problem()).isEqualTo("422 picture-too-small");
        assertThat(send(Shots.claiming(30_000, 30_000)).problem()).isEqualTo("422 picture-too-many-pixels");
        assertThat(send(Arrays.copyOf(Shots.jpeg(400, 300), 2_500_000)).problem())
                .isEqualTo("413 payload-too-large");
    }

    @Test
    void broken_reports_are_refused_naming_the_field() {
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"recommendation\":{\"outcome\":\"LEND\"}}")
                        .problem())
                .isEqualTo("400 invalid-parameter");
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"findings\":\"" + "x".repeat(4_001) + "\"}")
                        .fields())
                .containsExactly("findings");
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"statements\":{\"incomeStatement\":{}}}")
                        .status())
                .isEqualTo(400);
        assertThat(http.put(visit.report("branch"), visit.manager, "[]").problem())
                .isEqualTo("400 malformed-body");
        assertThat(http.put(visit.report("branch"), visit.manager, "{\"corroboration\":{\"purchasesFen\":100.5}}")
                        .status())
                .as("no half fen")
                .isEqualTo(400);
    }

    private Http.Answer send(byte[] file) {
        return visit.photograph("branch", visit.manager, "SHOP", THERE, EAST, file);
    }

    private static Map<String, String> shot(Instant takenAt) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "SHOP");
        fields.put("takenAt", takenAt.toString());
        return fields;
    }
}
