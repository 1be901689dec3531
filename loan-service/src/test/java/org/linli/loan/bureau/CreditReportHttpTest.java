package org.linli.loan.bureau;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.CreditWorld;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.starter.Ids;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Rule L-7 over HTTP: consent first, the right person, new enough; while the bureau is away the case waits. */
class CreditReportHttpTest extends RunningService {
    private static final String ADMIN = "/api/v1/admin/loan-applications/";
    private static final String MINE = "/api/v1/loan-applications/";

    /** The short way would ask the bureau of its own accord, in between the steps of a test. */
    private static final String TOO_LARGE_FOR_THE_SHORT_WAY = application("MICRO", 10_000_001, 12, "2020-01-01");

    private final String branch = "B" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final String head = Tokens.staff("BRANCH_HEAD", branch, path);
    private final CreditWorld world = new CreditWorld();
    private String owner = "";
    private String applicant = "";

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private LoanCases cases;

    @Autowired
    private BeanFactory beans;

    @Test
    void a_report_is_asked_for_with_the_consent_and_shown_as_facts() {
        String id = applied(world.consents().isClean());
        Http.Answer answer = ask(id);
        assertThat(answer.text("state")).isEqualTo("RECEIVED");
        assertThat(answer.body().path("report").path("otherLenders").asInt()).isEqualTo(1);
        assertThat(answer.body().toString()).doesNotContain(world.number);
        assertThat(http.get(ADMIN + id + "/credit-report", head).text("state")).isEqualTo("RECEIVED");
        NEIGHBOURS.verify(getRequestedFor(urlPathEqualTo(world.path()))
                .withQueryParam("consent", com.github.tomakehurst.wiremock.client.WireMock.equalTo("v1"))
                .withQueryParam("reference", com.github.tomakehurst.wiremock.client.WireMock.equalTo(id)));
    }

    @Test
    void the_whole_report_is_shown_for_a_reason_only_and_on_record_before() {
        String id = applied(world.doesNotConsent().isClean());
        String url = ADMIN + id + "/credit-report/reveal";
        assertThat(http.post(url, head, "{\"reason\":\"核对\"}").problem())
                .as("there is none yet")
                .isEqualTo("404 not-found");
        world.consents();
        assertThat(ask(id).text("state")).isEqualTo("RECEIVED");
        long before = mongo.getCollection("audit_notes").countDocuments();
        Http.Answer shown = http.post(url, head, "{\"reason\":\"核对逾期\"}");
        assertThat(shown.text("report")).contains(world.number, "\"lender\"");
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(mongo.getCollection("audit_notes").countDocuments()).isGreaterThan(before);
        assertThat(http.post(url, head, "{\"reason\":\" \"}").fields()).containsExactly("reason");
        assertThat(http.post(url, manager, "{\"reason\":\"x\"}").problem()).isEqualTo("403 forbidden");
        String elsewhere = Tokens.staff("BRANCH_HEAD", "none", "/hq/none/");
        assertThat(http.post(url, elsewhere, "{\"reason\":\"x\"}").problem()).isEqualTo("404 not-found");
    }

    @Test
    void a_new_enough_report_is_not_asked_for_again() {
        String id = applied(world.consents().isClean());
        assertThat(ask(id).text("state")).isEqualTo("RECEIVED");
        NEIGHBOURS.resetRequests();
        ask(id);
        NEIGHBOURS.verify(0, getRequestedFor(urlPathEqualTo(world.path())));
    }

    /** The short way asks of its own accord as soon as an application is there. */
    @Test
    void a_late_answer_without_a_report_takes_none_away() {
        LoanCase applied = cases.find(applied(world.consents().isClean())).orElseThrow();
        CreditSubjects overtaken = one -> {
            assertThat(ask(one.id()).text("state")).isEqualTo("RECEIVED");
            return new CreditSubjects.NoConsent();
        };
        assertThat(checksOf(overtaken).obtain(applied, true).state()).isEqualTo(CreditCheck.State.RECEIVED);
        assertThat(http.get(ADMIN + applied.id() + "/credit-report", head).text("state"))
                .isEqualTo("RECEIVED");
    }

    private CreditChecks checksOf(CreditSubjects subjects) {
        return new CreditChecks(
                mongo,
                beans.getBean(OutboxRelay.class),
                subjects,
                beans.getBean(Bureau.class),
                beans.getBean(FieldCipher.class),
                beans.getBean(BureauSettings.class),
                Clock.systemUTC());
    }

    @Test
    void without_consent_the_bureau_is_not_asked() {
        String id = applied(world.doesNotConsent().isClean());
        assertThat(ask(id).text("state")).isEqualTo("NO_CONSENT");
        NEIGHBOURS.verify(0, getRequestedFor(urlPathEqualTo(world.path())));
    }

    @Test
    void an_applicant_whom_the_bank_does_not_know_has_no_report() {
        assertThat(ask(applied(world.consentsButIsUnknown())).text("state")).isEqualTo("NOT_IDENTIFIED");
    }

    @Test
    void the_report_of_another_person_is_refused_and_recorded_and_nothing_of_it_kept() {
        String id = applied(world.consents().reportIsOf("C999"));
        Http.Answer answer = ask(id);
        assertThat(answer.text("state")).isEqualTo("REFUSED");
        assertThat(answer.each("refusals", "why")).contains("OF_SOMEBODY_ELSE");
        assertThat(answer.body().has("report")).isFalse();
        assertThat(stored(id)).doesNotContain("rawSealed", "C999");
    }

    @Test
    void a_stale_report_and_half_a_report_are_refused() {
        String id = applied(world.consents().reportIsDaysOld(31));
        assertThat(ask(id).each("refusals", "why")).contains("STALE");
        world.bureauAnswers(okJson("{\"reportNumber\":"));
        assertThat(ask(id).each("refusals", "why")).contains("UNREADABLE");
        world.reportIsDaysOld(30);
        assertThat(ask(id).text("state")).isEqualTo("RECEIVED");
    }

    @Test
    void while_the_bureau_is_away_the_case_waits_and_is_asked_about_again() {
        String id = applied(world.consents().bureauIsAway());
        Http.Answer waiting = ask(id);
        assertThat(waiting.text("state")).isEqualTo("WAITING");
        assertThat(waiting.text("nextAttemptAt")).isNotEmpty();
        world.isClean();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http.get(ADMIN + id + "/credit-report", head).text("state"))
                        .isEqualTo("RECEIVED"));
    }

    @Test
    void a_slow_bureau_is_not_waited_for() {
        String id = applied(
                world.consents().bureauAnswers(aResponse().withStatus(200).withFixedDelay(6_000)));
        assertThat(ask(id).text("state")).isEqualTo("WAITING");
    }

    @Test
    void a_lost_answer_is_asked_for_again_a_refusal_is_not() {
        String id = applied(world.doesNotConsent());
        world.consents().bureauAnswers(aResponse().withStatus(403));
        assertThat(ask(id).text("state")).isEqualTo("WAITING");
    }

    @Test
    void an_explanation_is_accepted_by_a_second_person() {
        String id = applied(world.consents().wasLateForMonths(7));
        ask(id);
        String words = "{\"text\":\"住院半年，出院后已全部还清\"}";
        assertThat(http.post(MINE + id + "/credit-explanations", owner, words).text("state"))
                .isEqualTo("GIVEN");
        assertThat(stored(id)).doesNotContain("住院");
        String decision = "{\"accepted\":true,\"reason\":\"有住院记录\"}";
        String decide = ADMIN + id + "/credit-explanations/decision";
        Http.Answer himself = http.post(decide, Tokens.staff("BRANCH_HEAD", path, applicant, Map.of()), decision);
        assertThat(himself.problem()).isEqualTo("422 four-eyes-conflict");
        Http.Answer accepted = http.post(decide, head, decision);
        assertThat(accepted.body().path("explanation").path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.body().path("explanation").path("text").asString()).startsWith("住院");
        assertThat(http.post(decide, head, decision).problem()).isEqualTo("409 explanation-decided");
        assertThat(http.post(MINE + id + "/credit-explanations", owner, words).problem())
                .isEqualTo("409 explanation-decided");
    }

    @Test
    void staff_who_hand_an_explanation_in_do_not_decide_on_it() {
        String id = applied(world.consents().wasLateForMonths(5));
        ask(id);
        String both = Tokens.holding(Map.of(path, java.util.List.of("credit-report.explain", "credit-report.accept")));
        assertThat(http.post(MINE + id + "/credit-explanations", both, "{\"text\":\"x\"}")
                        .status())
                .isEqualTo(200);
        Http.Answer decided =
                http.post(ADMIN + id + "/credit-explanations/decision", both, "{\"accepted\":true,\"reason\":\"x\"}");
        assertThat(decided.each("errors", "code")).containsExactly("prepared-it");
    }

    @Test
    void where_nothing_was_late_there_is_nothing_to_explain() {
        String id = applied(world.consents().isClean());
        ask(id);
        assertThat(http.post(MINE + id + "/credit-explanations", owner, "{\"text\":\"x\"}")
                        .problem())
                .isEqualTo("409 nothing-to-explain");
        assertThat(http.post(ADMIN + id + "/credit-explanations/decision", head, "{\"accepted\":true,\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("409 nothing-to-explain");
        assertThat(http.post(MINE + id + "/credit-explanations", owner, "{}").problem())
                .isEqualTo("400 invalid-parameter");
    }

    private Http.Answer ask(String id) {
        Http.Answer answer = http.post(ADMIN + id + "/credit-report", manager, "");
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private String stored(String id) {
        return String.valueOf(
                mongo.getCollection("credit_checks").find(Filters.eq(id)).first());
    }

    private String applied(CreditWorld any) {
        assertThat(any).isSameAs(world);
        String merchant = merchantOf(branch, "APPROVED");
        applicant = "owner-of-" + merchant;
        owner = Tokens.owner(merchant);
        return http.apply(owner, TOO_LARGE_FOR_THE_SHORT_WAY).text("id");
    }
}
