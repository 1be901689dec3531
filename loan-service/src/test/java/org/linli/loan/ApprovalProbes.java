package org.linli.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.approval.PlannedInputs;
import org.linli.localstack.access.ScopeWalk;
import org.linli.starter.Ids;

/** Tries every endpoint about decisions on a case of one branch (rule P-1). */
final class ApprovalProbes {
    private static final String ADMIN = "/api/v1/admin/loan-applications/";
    private static final String ROW = "/api/v1/admin/loan-applications/{id}";
    private static final String LIMITS = "/api/v1/admin/delegation-limits/";
    private static final String TERMS =
            "{\"amountFen\":5000000,\"termMonths\":12,\"annualRatePercent\":\"6\",\"method\":\"EQUAL_INSTALMENT\"}";
    private static final String APPROVAL =
            "{\"decision\":\"APPROVED\",\"terms\":" + TERMS + ",\"conditions\":[\"保证人签字\"]}";

    private static final String FOR = "{\"choice\":\"FOR\",\"reason\":\"好\"}";

    /** The subject of {@link Tokens#holding}. */
    private static final String MEMBER = "member";

    private final Http http;
    private final LoanCases cases;
    private final PlannedInputs inputs;
    private final String path;
    private final Supplier<String> applied;

    private ApprovalProbes(Http http, LoanCases cases, PlannedInputs inputs, String path, Supplier<String> applied) {
        this.http = http;
        this.cases = cases;
        this.inputs = inputs;
        this.path = path;
        this.applied = applied;
    }

    /** @param applied submits a new application of the branch and tells its id */
    static void plant(
            ScopeWalk walk, Http http, LoanCases cases, PlannedInputs inputs, String path, Supplier<String> applied) {
        ApprovalProbes probes = new ApprovalProbes(http, cases, inputs, path, applied);
        probes.decisions(walk);
        probes.committee(walk);
        probes.limits(walk);
    }

    private void decisions(ScopeWalk walk) {
        walk.probe("POST " + ROW + "/decision", changing(this::inApproval, (id, may) -> decided(id, may)))
                .probe("GET " + ROW + "/decision", reading(this::approved, "/decision"))
                .probe("GET " + ROW + "/decisions", seeing(this::approved, this::seesRounds))
                .probe(
                        "POST " + ROW + "/conditions/{conditionId}/fulfilment",
                        posting(this::approved, "/conditions/c1/fulfilment", "{\"text\":\"已签字\"}"))
                .probe(
                        "POST " + ROW + "/conditions/{conditionId}/waiver",
                        posting(this::approved, "/conditions/c1/waiver", "{\"text\":\"不需要\"}"))
                .probe("POST " + ROW + "/decision/renewal", seeing(this::approved, this::renews));
    }

    private void committee(ScopeWalk walk) {
        walk.probe("POST " + ROW + "/committee", posting(this::inApproval, "/committee", invitation()))
                .probe("GET " + ROW + "/committee", reading(this::convened, "/committee"))
                .probe("GET " + ROW + "/committee/minutes", reading(this::closed, "/committee/minutes"))
                .probe("GET " + ROW + "/committee/minutes.pdf", seeing(this::closed, this::prints))
                .probe(
                        "POST " + ROW + "/committee/members",
                        posting(this::withAFreeSeat, "/committee/members", "{\"member\":\"m9\"}"))
                .probe(
                        "POST " + ROW + "/committee/exclusions",
                        posting(this::convened, "/committee/exclusions", "{\"reason\":\"亲属\"}"))
                .probe("POST " + ROW + "/votes", posting(this::convened, "/votes", FOR))
                .probe("POST " + ROW + "/committee/closure", posting(this::voted, "/committee/closure", "{}"));
    }

    private void limits(ScopeWalk walk) {
        String body = "{\"organisationPath\":\"%s\",\"amountFen\":100}".formatted(path);
        walk.probe("PUT " + LIMITS + "{staffId}", may -> isOk(propose(Ids.next(), Tokens.holding(may))))
                .probe(
                        "GET " + LIMITS + "{staffId}",
                        seeing(
                                this::proposed,
                                (person, may) -> isOk(
                                        http.get(LIMITS + person + "?organisationPath=" + path, Tokens.holding(may)))))
                .probe(
                        "POST " + LIMITS + "{staffId}/confirmation",
                        changing(
                                this::proposed,
                                (person, may) ->
                                        isOk(http.post(LIMITS + person + "/confirmation", Tokens.holding(may), body))));
    }

    /** What a probe tries on a planted thing. */
    private interface Attempt extends BiPredicate<String, Map<String, List<String>>> {}

    /** One thing serves all attempts, for reading changes nothing. */
    private static ScopeWalk.Probe seeing(Supplier<String> plant, Attempt attempt) {
        String[] planted = new String[1];
        return may -> {
            if (planted[0] == null) {
                planted[0] = plant.get();
            }
            return attempt.test(planted[0], may);
        };
    }

    /** An attempt that reached the thing changed it, and the next one needs another. */
    private static ScopeWalk.Probe changing(Supplier<String> plant, Attempt attempt) {
        String[] planted = new String[1];
        return may -> {
            if (planted[0] == null) {
                planted[0] = plant.get();
            }
            boolean reached = attempt.test(planted[0], may);
            planted[0] = reached ? null : planted[0];
            return reached;
        };
    }

    private ScopeWalk.Probe reading(Supplier<String> plant, String what) {
        return seeing(plant, (id, may) -> isOk(http.get(ADMIN + id + what, Tokens.holding(may))));
    }

    private ScopeWalk.Probe posting(Supplier<String> plant, String what, String body) {
        return changing(plant, (id, may) -> isOk(http.post(ADMIN + id + what, Tokens.holding(may), body)));
    }

    private boolean seesRounds(String id, Map<String, List<String>> may) {
        return http.get(ADMIN + id + "/decisions", Tokens.holding(may))
                        .body()
                        .path("items")
                        .size()
                > 0;
    }

    /** Refused, because the approval is valid: so the case was reached. */
    private boolean renews(String id, Map<String, List<String>> may) {
        return http.post(ADMIN + id + "/decision/renewal", Tokens.holding(may), "{\"reason\":\"x\"}")
                        .status()
                == 422;
    }

    private boolean prints(String id, Map<String, List<String>> may) {
        byte[] paper = http.download(ADMIN + id + "/committee/minutes.pdf", Tokens.holding(may));
        return new String(paper, StandardCharsets.ISO_8859_1).startsWith("%PDF");
    }

    private boolean decided(String id, Map<String, List<String>> may) {
        return decided(id, Tokens.holding(may));
    }

    private String proposed() {
        String person = Ids.next();
        assertThat(propose(person, Tokens.staff("ADMINISTRATOR", "hq", "/hq/")).status())
                .isEqualTo(200);
        return person;
    }

    private Http.Answer propose(String person, String token) {
        return http.put(LIMITS + person, token, """
                {"organisationPath":"%s","level":"BRANCH","amountFen":100,"reason":"试用"}
                """.formatted(path));
    }

    private String inApproval() {
        String id = applied.get();
        cases.move(id, Stage.INVESTIGATION, "system:test");
        cases.move(id, Stage.APPROVAL, "system:test");
        inputs.give(id, "6");
        return id;
    }

    private boolean decided(String id, String token) {
        return isOk(http.post(ADMIN + id + "/decision", token, APPROVAL, "Idempotency-Key", Ids.next()));
    }

    private String approved() {
        String id = inApproval();
        assertThat(decided(id, Tokens.staff("BRANCH_HEAD", "hq", path))).isTrue();
        return id;
    }

    private static String invitation() {
        return """
                {"members":["member","m1","m2","m3","m4"],"closesAt":"%s","terms":%s}
                """.formatted(Instant.now().plusSeconds(3600), TERMS);
    }

    private String convened() {
        String id = inApproval();
        assertThat(http.post(ADMIN + id + "/committee", chair(), invitation()).status())
                .isEqualTo(200);
        return id;
    }

    private static String chair() {
        return member("COMMITTEE_CHAIR", MEMBER);
    }

    private static String member(String role, String subject) {
        return Tokens.staff(role, "/hq/", subject, Map.of("org", "hq"));
    }

    private String withAFreeSeat() {
        String id = convened();
        http.post(ADMIN + id + "/committee/exclusions", member("COMMITTEE_MEMBER", "m1"), "{\"reason\":\"亲属\"}");
        return id;
    }

    private String voted() {
        String id = convened();
        for (String subject : List.of("m1", "m2", "m3", "m4")) {
            http.post(ADMIN + id + "/votes", member("COMMITTEE_MEMBER", subject), FOR);
        }
        return id;
    }

    private String closed() {
        String id = voted();
        assertThat(http.post(ADMIN + id + "/committee/closure", chair(), "{}").status())
                .isEqualTo(200);
        return id;
    }

    private static boolean isOk(Http.Answer answer) {
        assertThat(answer.status()).isIn(200, 403, 404);
        return answer.status() == 200;
    }
}
