package org.linli.loan.straightthrough;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.CreditWorld;
import org.linli.loan.Http;
import org.linli.loan.PlayedFacts;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCases;
import org.linli.loan.policy.kernel.Facts;
import org.linli.loan.straightthrough.StraightThroughSettings.Limit;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Rule L-10 over HTTP: decided within a moment, or referred with the reason; once per case. */
class StraightThroughHttpTest extends RunningService {
    private static final String ADMIN = "/api/v1/admin/loan-applications/";
    private static final String MINE = "/api/v1/loan-applications/";

    private final String branch = "B" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, path);
    private final CreditWorld world = new CreditWorld();
    private String owner = "";

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private StraightThrough straightThrough;

    @Autowired
    private LoanCases cases;

    @Test
    void a_good_small_case_is_approved_with_its_price_and_goes_to_the_contract() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().isClean());
        Http.Answer decided = start(id);
        assertThat(decided.text("outcome")).isEqualTo("APPROVED");
        assertThat(decided.text("annualRatePercent")).isEqualTo("8.2500");
        assertThat(decided.body().path("amountFen").asLong()).isEqualTo(5_000_000);
        awaitStage(id, "CONTRACT");
        assertThat(start(id).body()).as("a repetition answers the same").isEqualTo(decided.body());
    }

    @Test
    void staff_read_the_whole_trace_of_a_decision() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().isClean());
        start(id);
        Http.Answer trace = http.get(ADMIN + id + "/assessments/latest", manager, "Accept-Language", "en");
        assertThat(trace.text("verdict")).isEqualTo("PASS");
        assertThat(trace.each("trace", "name")).contains("Nothing overdue at present", "Scorecard");
        assertThat(trace.each("trace", "comparison")).contains("CURRENT_OVERDUE_FEN = 0");
        assertThat(trace.body().path("price").path("components").size()).isEqualTo(4);
        assertThat(trace.body().path("policyVersion").asInt()).isPositive();
    }

    @Test
    void a_new_application_is_tried_without_anybody_asking() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().isClean());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(stage(id)).isEqualTo("CONTRACT"));
        assertThat(straightThrough.of(id))
                .hasValueSatisfying(one -> assertThat(one.outcome()).isEqualTo("APPROVED"));
    }

    @Test
    void a_veto_declines_and_the_applicant_reads_why_in_safe_words() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().isOverdue());
        assertThat(start(id).text("outcome")).isEqualTo("DECLINED");
        awaitStage(id, "DECLINED");
        Http.Answer reasons = http.get(MINE + id + "/assessment", owner);
        assertThat(reasons.body().path("decided").asBoolean()).isTrue();
        assertThat(reasons.body().path("reasons").toString())
                .contains("尚未结清的逾期")
                .doesNotContain("score", "CURRENT_OVERDUE", "points");
        assertThat(http.get(MINE + id + "/assessment", Tokens.owner("other")).problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void a_case_with_missing_data_is_referred_to_the_investigation() {
        String id = applied(Facts.NONE, world.consents().isClean());
        Http.Answer answer = start(id);
        assertThat(answer.text("outcome")).isEqualTo("REFERRED");
        assertThat(answer.text("reason")).isEqualTo("policies-refer");
        awaitStage(id, "INVESTIGATION");
    }

    @Test
    void a_case_that_is_only_referred_by_itself_waits_for_its_papers_to_be_checked() {
        String id = applied(Facts.NONE, world.consents().isClean());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(straightThrough.of(id))
                        .hasValueSatisfying(one -> assertThat(one.outcome()).isEqualTo("REFERRED")));
        assertThat(stage(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void a_large_case_is_referred_before_anybody_is_asked_about_it() {
        owner = Tokens.owner(merchantOf(branch, "APPROVED"));
        world.consents().isClean();
        String id = http.apply(owner, application("MICRO", 10_000_001, 12, "2020-01-01"))
                .text("id");
        assertThat(start(id).text("reason")).isEqualTo("amount-above-limit");
        NEIGHBOURS.verify(0, getRequestedFor(urlPathEqualTo(world.path())));
    }

    @Test
    void while_the_bureau_is_away_the_case_waits_and_is_decided_when_it_is_back() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().bureauIsAway());
        assertThat(start(id).text("outcome")).isEqualTo("WAITING_FOR_BUREAU");
        assertThat(stage(id)).isEqualTo("SUBMITTED");
        world.isClean();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stage(id)).isEqualTo("CONTRACT"));
    }

    @Test
    void a_report_of_another_person_never_passes() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().reportIsOf("C1"));
        assertThat(start(id).text("outcome")).isEqualTo("REFERRED");
    }

    @Test
    void whoever_has_a_hand_in_the_case_does_not_start_it() {
        String id = applied(Facts.NONE, world.doesNotConsent());
        Http.Answer own = http.post(
                ADMIN + id + "/straight-through",
                Tokens.staff("BRANCH_HEAD", path, cases.find(id).orElseThrow().submittedBy(), Map.of()),
                "");
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
    }

    @Test
    void a_case_that_went_the_normal_way_by_itself_is_closed_to_the_short_way() {
        String id = applied(Facts.NONE, world.doesNotConsent());
        await().atMost(Duration.ofSeconds(40))
                .until(() -> straightThrough
                        .of(id)
                        .filter(one -> one.outcome().equals("REFERRED"))
                        .isPresent());
        http.post(ADMIN + id + "/stage", manager, "{\"stage\":\"INVESTIGATION\"}");
        assertThat(start(id).text("outcome")).as("what was said before").isEqualTo("REFERRED");
        assertThat(stage(id)).isEqualTo("INVESTIGATION");
    }

    @Test
    void a_move_that_a_crash_cut_off_is_finished_at_the_next_start_and_only_then() {
        String id = applied(CreditWorld.goodBusiness(), world.consents().isClean());
        start(id);
        straightThrough.resume(cases.find(id).orElseThrow());
        awaitStage(id, "CONTRACT");
    }

    @Test
    void the_days_cap_holds_however_many_decide_at_once_and_counts_a_case_once() throws Exception {
        LocalDate day = LocalDate.of(2190, 1, 1).plusDays(System.nanoTime() % 3_000);
        DailyCap cap = new DailyCap(mongo, settings(5, 1_000));
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        List<Future<Boolean>> taken = IntStream.range(0, 64)
                .mapToObj(i -> crowd.submit(() -> cap.take(day, "case-" + i % 32, 100)))
                .toList();
        int places = 0;
        for (Future<Boolean> one : taken) {
            places += one.get() ? 1 : 0;
        }
        crowd.shutdown();
        assertThat(cap.of(day).count()).isEqualTo(5);
        assertThat(cap.of(day).amountFen()).isEqualTo(500);
        assertThat(places)
                .as("five cases, asked about twice, the first time perhaps when all was full")
                .isBetween(5, 10);
    }

    @Test
    void the_amount_of_a_day_has_a_cap_too() {
        LocalDate day = LocalDate.of(2180, 1, 1).plusDays(System.nanoTime() % 3_000);
        DailyCap cap = new DailyCap(mongo, settings(50, 250));
        assertThat(cap.take(day, "a", 100)).isTrue();
        assertThat(cap.take(day, "b", 100)).isTrue();
        assertThat(cap.take(day, "c", 100)).isFalse();
        assertThat(cap.take(day, "a", 100)).as("has its place").isTrue();
        assertThat(cap.of(day).amountFen()).isEqualTo(200);
        assertThat(http.get("/api/v1/admin/straight-through-days/" + day, Tokens.staff("AUDITOR", "hq", "/hq/"))
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    private static StraightThroughSettings settings(int count, long amount) {
        return new StraightThroughSettings(true, Map.of("MICRO", new Limit(100, 12)), count, amount, 0);
    }

    /** The platform tries every case by itself too: whoever decided it may still be on the way to where it goes. */
    private void awaitStage(String id, String stage) {
        await().atMost(Duration.ofSeconds(30)).until(() -> stage(id), stage::equals);
    }

    private Http.Answer start(String id) {
        Http.Answer answer = http.post(ADMIN + id + "/straight-through", manager, "");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private String stage(String id) {
        return http.get(MINE + id, owner).text("stage");
    }

    private String applied(Facts business, CreditWorld any) {
        assertThat(any).isSameAs(world);
        String merchant = merchantOf(branch, "APPROVED");
        PlayedFacts.tell(merchant, business);
        owner = Tokens.owner(merchant);
        return http.apply(owner, goodApplication()).text("id");
    }
}
