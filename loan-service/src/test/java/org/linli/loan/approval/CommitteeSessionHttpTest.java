package org.linli.loan.approval;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** How sessions of the committee begin and end over HTTP, and what is no invitation and no vote (rule L-8). */
class CommitteeSessionHttpTest extends ApprovalHttp {
    @Autowired
    CommitteeClosing closing;

    @Test
    void a_session_whose_time_is_over_closes_itself_and_without_quorum_another_one_follows() {
        String id = assessed(400_000);
        String soon = Instant.now().plusMillis(1500).toString();
        assertThat(http.post(ADMIN + id + "/committee", chair, invitation(soon, five()))
                        .status())
                .isEqualTo(200);
        vote(id, 1, true);
        await().untilAsserted(() -> {
            closing.closeWhatIsOver();
            assertThat(http.get(ADMIN + id + "/committee", chair).text("open")).isEqualTo("false");
        });
        assertThat(vote(id, 2, true).problem()).isEqualTo("409 voting-closed");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        Http.Answer again = http.post(ADMIN + id + "/committee", chair, invitation(inAnHour(), five()));
        assertThat(again.body().path("session").asInt()).isEqualTo(2);
        assertThat(again.each("members", "voted")).doesNotContain("true");
    }

    @Test
    void only_who_is_at_work_and_may_vote_is_invited() {
        String id = assessed(400_000);
        String url = ADMIN + id + "/committee";
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/v1/staff/" + member(3) + "/standing"))
                .willReturn(aResponse().withStatus(404)));
        Http.Answer refused = http.post(url, chair, invitation(inAnHour(), five()));
        assertThat(refused.problem()).isEqualTo("422 staff-unknown");
        assertThat(refused.text("detail")).contains(member(3));
        assertThat(http.get(url, chair).problem()).isEqualTo("404 not-found");
    }

    @Test
    void improper_invitations_are_refused() {
        String id = assessed(400_000);
        String url = ADMIN + id + "/committee";
        List<String> four = five().subList(0, 4);
        assertThat(http.post(url, chair, invitation(inAnHour(), four)).problem())
                .isEqualTo("422 wrong-committee");
        List<String> twice = new ArrayList<>(five());
        twice.set(4, member(1));
        assertThat(http.post(url, chair, invitation(inAnHour(), twice)).problem())
                .isEqualTo("422 wrong-committee");
        String past = Instant.now().minusSeconds(1).toString();
        assertThat(http.post(url, chair, invitation(past, five())).problem()).isEqualTo("422 wrong-deadline");
        String far = Instant.now().plus(9, ChronoUnit.DAYS).toString();
        assertThat(http.post(url, chair, invitation(far, five())).problem()).isEqualTo("422 wrong-deadline");
        String more = invitation(inAnHour(), five()).replace("35000000", "40000001");
        assertThat(http.post(url, chair, more).each("errors", "code")).containsExactly("amount-above-asked");
        String conflicted = Tokens.staff("COMMITTEE_CHAIR", "/hq/", member(0), Map.of("related", merchant));
        assertThat(http.post(url, conflicted, invitation(inAnHour(), five())).problem())
                .isEqualTo("422 four-eyes-conflict");
        assertThat(vote(id, 1, true).problem()).isEqualTo("409 no-committee-session");
        String unassessed = inApproval(400_000);
        assertThat(http.post(ADMIN + unassessed + "/committee", chair, invitation(inAnHour(), five()))
                        .problem())
                .isEqualTo("422 inputs-missing");
    }

    @Test
    void a_vote_against_names_a_reason_for_the_applicant() {
        String id = convened();
        String votes = ADMIN + id + "/votes";
        assertThat(http.post(votes, memberToken(1), "{\"choice\":\"AGAINST\",\"reason\":\"x\"}")
                        .fields())
                .containsExactly("declineReasons");
        assertThat(http.post(votes, memberToken(1), "{\"choice\":\"ABSTAIN\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(http.post(votes, approver, "{}").problem()).isEqualTo("403 forbidden");
    }
}
