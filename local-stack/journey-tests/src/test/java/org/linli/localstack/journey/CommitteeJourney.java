package org.linli.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.localstack.journey.LoanSteps.done;
import static org.linli.localstack.journey.LoanSteps.key;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.api.PlatformApi.Answer;
import org.linli.localstack.demo.DemoPeople;
import tools.jackson.databind.JsonNode;

/** An amount above an approver's band is decided by five people, through the gateway (rules L-8, P-2). */
class CommitteeJourney {
    private static final long AMOUNT_FEN = 35_000_000;
    private static final Map<String, Object> FOR = Map.of("choice", "FOR", "reason", "经营稳定，现金流覆盖还款");
    private static final Map<String, Object> AGAINST =
            Map.of("choice", "AGAINST", "reason", "他行负债偏高", "declineReasons", List.of("EXISTING_DEBT"));
    private static final Map<String, Object> TERMS =
            Map.of("amountFen", 30_000_000, "termMonths", 12, "annualRatePercent", "12", "method", "EQUAL_INSTALMENT");

    private final RunningPlatform platform = RunningPlatform.get();
    private final LoanSteps steps = new LoanSteps();
    private final List<String> usernames = Stream.concat(
                    Stream.of("committee-chair"), IntStream.rangeClosed(1, 4).mapToObj(i -> "committee-" + i))
            .toList();
    private final List<PlatformApi> members =
            usernames.stream().map(platform::staff).toList();

    @Test
    void five_are_invited_one_has_a_conflict_three_of_four_carry_it_and_the_minutes_tell() throws Exception {
        String id = steps.investigated(AMOUNT_FEN);
        String committee = LoanSteps.path(id) + "/committee";
        assertThat(responsible(id)).as("the applicant sees who decides").isEqualTo("COMMITTEE_CHAIR");
        Answer alone = platform.staff("approver")
                .post(LoanSteps.path(id) + "/decision", Map.of("decision", "APPROVED", "terms", TERMS), key());
        assertThat(alone.code()).isEqualTo("above-approval-limit");
        assertThat(platform.staff("approver").post(committee, invitation()).status())
                .as("only the chair invites")
                .isEqualTo(403);

        assertThat(done(convened(committee)).path("members").size()).isEqualTo(5);
        done(members.get(4).post(committee + "/exclusions", Map.of("reason", "申请人是我的邻居")));
        assertThat(vote(id, 4, FOR).code()).isEqualTo("excluded-from-voting");
        done(vote(id, 0, FOR));
        done(vote(id, 1, FOR));
        assertThat(vote(id, 1, AGAINST).code()).as("no second vote").isEqualTo("already-voted");
        done(vote(id, 3, AGAINST));
        assertThat(close(committee, Map.of()).code()).as("three of four").isEqualTo("quorum-missing");
        assertThat(members.get(2).get(committee).body().toString())
                .as("how others voted is secret")
                .doesNotContain("AGAINST", "他行负债偏高");
        done(vote(id, 2, FOR));

        JsonNode closed = done(close(committee, Map.of()));
        assertThat(closed.path("closing").path("verdict").asString()).isEqualTo("CARRIED");
        assertThat(vote(id, 0, AGAINST).code()).isEqualTo("voting-closed");
        assertThat(steps.stage(id)).isEqualTo("CONTRACT");
        JsonNode told =
                steps.owner.get("/api/v1/loan-applications/" + id + "/decision").body();
        assertThat(told.path("terms").path("amountFen").asLong()).isEqualTo(30_000_000);
        assertThat(told.toString()).as("votes are not the applicant's").doesNotContain("他行负债偏高");

        JsonNode minutes = done(platform.staff("auditor").get(committee + "/minutes"));
        assertThat(minutes.path("closing").path("votes").size()).isEqualTo(4);
        assertThat(minutes.toString()).contains("他行负债偏高", "申请人是我的邻居");
        assertThat(document("auditor", committee + "/minutes.pdf")).startsWith("%PDF-");
        assertThat(steps.manager.get(committee + "/minutes").status())
                .as("who investigated does not read how was voted")
                .isEqualTo(403);
    }

    @Test
    void the_chair_vetoes_what_was_carried_and_the_applicant_reads_why() throws Exception {
        String id = steps.investigated(AMOUNT_FEN);
        String committee = LoanSteps.path(id) + "/committee";
        done(convened(committee));
        for (int member = 0; member < 5; member++) {
            done(vote(id, member, FOR));
        }
        Map<String, Object> veto = Map.of("reason", "行业集中度过高", "declineReasons", List.of("BANK_POLICY"));
        JsonNode closed = done(close(committee, Map.of("veto", veto)));
        assertThat(closed.path("closing").path("verdict").asString()).isEqualTo("VETOED");
        assertThat(steps.stage(id)).isEqualTo("DECLINED");
        JsonNode told =
                steps.owner.get("/api/v1/loan-applications/" + id + "/decision").body();
        assertThat(told.path("reasons").path(0).path("code").asString()).isEqualTo("BANK_POLICY");
        assertThat(told.toString()).doesNotContain("行业集中度过高");
    }

    private Answer convened(String committee) {
        return members.get(0).post(committee, invitation());
    }

    private Map<String, Object> invitation() {
        List<String> subjects = members.stream()
                .map(member -> done(member.get("/api/v1/me")).path("userId").asString())
                .toList();
        return Map.of(
                "members",
                subjects,
                "closesAt",
                Instant.now().plusSeconds(3600).toString(),
                "terms",
                TERMS,
                "conditions",
                List.of("办妥保证手续"));
    }

    private Answer vote(String id, int member, Map<String, Object> ballot) {
        return members.get(member).post(LoanSteps.path(id) + "/votes", ballot);
    }

    private Answer close(String committee, Map<String, Object> form) {
        return members.get(0).post(committee + "/closure", form);
    }

    private String responsible(String id) {
        return steps.owner
                .get("/api/v1/loan-applications/" + id)
                .body()
                .path("responsible")
                .path("role")
                .asString();
    }

    private String document(String username, String path) throws Exception {
        String token = done(platform.anonymous()
                        .post("/api/v1/auth/staff", Map.of("username", username, "password", DemoPeople.PASSWORD)))
                .path("accessToken")
                .asString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.stack.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                .body();
    }
}
