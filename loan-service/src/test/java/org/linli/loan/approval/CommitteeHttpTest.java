package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** The committee over HTTP (rules L-8, P-2). */
class CommitteeHttpTest extends ApprovalHttp {
    @Autowired
    Decisions decisions;

    @Test
    void four_of_five_carry_a_proposal_and_the_case_goes_to_the_contract() {
        String id = convened();
        for (int i = 0; i < 5; i++) {
            assertThat(vote(id, i, i != 4).status()).isEqualTo(200);
        }
        Http.Answer closed = close(id, "{}");
        assertThat(closed.body().path("closing").path("verdict").asString()).isEqualTo("CARRIED");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
        ApprovedTerms approved = decisions.approved(id).orElseThrow();
        assertThat(approved.amountFen()).isEqualTo(35_000_000);
        assertThat(approved.decidedBy()).containsExactlyInAnyOrderElementsOf(five());
        assertThat(close(id, "{}").status()).as("the same closing again").isEqualTo(200);
    }

    @Test
    void three_of_five_are_less_than_two_thirds_and_their_reasons_reach_the_applicant() {
        String id = convened();
        for (int i = 0; i < 5; i++) {
            vote(id, i, i < 3);
        }
        assertThat(close(id, "{}").body().path("closing").path("verdict").asString())
                .isEqualTo("LOST");
        assertThat(stageOf(id)).isEqualTo("DECLINED");
        assertThat(http.get("/api/v1/loan-applications/" + id + "/decision", Tokens.owner(merchant))
                        .each("reasons", "code"))
                .containsExactly("EXISTING_DEBT");
    }

    @Test
    void votes_are_secret_until_the_closing_and_in_the_minutes_afterwards() throws Exception {
        String id = convened();
        vote(id, 1, false);
        Http.Answer others = http.get(ADMIN + id + "/committee", memberToken(2));
        assertThat(others.body().toString()).doesNotContain("AGAINST", "负债偏高");
        assertThat(others.each("members", "voted")).containsExactly("false", "true", "false", "false", "false");
        assertThat(http.get(ADMIN + id + "/committee", chair).body().toString()).doesNotContain("AGAINST");
        assertThat(http.get(ADMIN + id + "/decision", head).body().toString()).doesNotContain("AGAINST");
        assertThat(http.get(ADMIN + id + "/committee", memberToken(1))
                        .body()
                        .path("ownVote")
                        .path("choice")
                        .asString())
                .isEqualTo("AGAINST");
        String auditor = staff("AUDITOR", "/hq/", "auditor");
        assertThat(http.get(ADMIN + id + "/committee/minutes", auditor).problem())
                .isEqualTo("409 session-open");
        for (int i : List.of(0, 2, 3)) {
            vote(id, i, true);
        }
        close(id, "{}");
        Http.Answer minutes = http.get(ADMIN + id + "/committee/minutes", auditor);
        assertThat(minutes.text("decision")).isEqualTo("APPROVED");
        assertThat(minutes.body().path("closing").path("votes").size()).isEqualTo(4);
        assertThat(minutes.each("inputs", "reference")).containsExactly("policies 3", "reports 2");
        assertThat(minutes.body().path("parameters").path("majority").asString())
                .isEqualTo("2/3");
        byte[] paper = http.download(ADMIN + id + "/committee/minutes.pdf", auditor);
        try (PDDocument printed = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(printed))
                    .contains("贷款审查委员会会议纪要", "同意 3 票，反对 1 票：通过", "负债偏高", member(1), "完成抵押登记");
        }
    }

    @Test
    void a_second_vote_is_refused() {
        String id = convened();
        vote(id, 1, true);
        assertThat(vote(id, 1, false).problem()).isEqualTo("409 already-voted");
    }

    @Test
    void a_vote_after_the_closing_is_refused() {
        String id = convened();
        for (int i = 0; i < 4; i++) {
            vote(id, i, true);
        }
        close(id, "{}");
        assertThat(vote(id, 4, false).problem()).isEqualTo("409 voting-closed");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
    }

    @Test
    void a_member_with_a_conflict_is_excluded_whether_declared_or_found() {
        String id = convened();
        String exclusions = ADMIN + id + "/committee/exclusions";
        assertThat(http.post(exclusions, memberToken(1), "{\"reason\":\"与申请人是邻居\"}")
                        .status())
                .isEqualTo(200);
        assertThat(vote(id, 1, true).problem()).isEqualTo("422 excluded-from-voting");
        String aunt = Tokens.staff("COMMITTEE_MEMBER", "/hq/", member(2), Map.of("related", merchant));
        String forVote = "{\"choice\":\"FOR\",\"reason\":\"经营稳定\"}";
        assertThat(http.post(ADMIN + id + "/votes", aunt, forVote).problem()).isEqualTo("422 excluded-from-voting");
        Http.Answer session = http.get(ADMIN + id + "/committee", chair);
        assertThat(session.each("members", "exclusion")).contains("declared", "relative");
        assertThat(vote(id, 2, true).problem())
                .as("found once, excluded for the session")
                .isEqualTo("422 excluded-from-voting");
        assertThat(http.post(exclusions, memberToken(3), "{\"member\":\"%s\",\"reason\":\"x\"}".formatted(member(4)))
                        .problem())
                .isEqualTo("422 not-the-chair");
    }

    @Test
    void an_invited_investigator_is_excluded_at_once_and_a_substitute_takes_the_seat() {
        String id = assessed(400_000);
        List<String> members = new ArrayList<>(five());
        members.set(4, "risk-" + run);
        Http.Answer session = http.post(ADMIN + id + "/committee", chair, invitation(inAnHour(), members));
        assertThat(session.each("members", "excluded")).containsExactly("false", "false", "false", "false", "true");
        assertThat(session.each("members", "exclusion")).contains("investigated-it");
        String substitutes = ADMIN + id + "/committee/members";
        String fifth = "{\"member\":\"%s\"}".formatted(member(5));
        assertThat(http.post(substitutes, chair, fifth).each("members", "member"))
                .hasSize(6);
        assertThat(http.post(substitutes, chair, "{\"member\":\"one-more\"}").problem())
                .isEqualTo("409 no-free-seat");
        assertThat(vote(id, 5, true).status()).isEqualTo(200);
        assertThat(vote(id, 6, true).problem()).isEqualTo("422 not-invited");
    }

    @Test
    void without_a_quorum_the_session_stays_open() {
        String id = convened();
        for (int i = 0; i < 3; i++) {
            vote(id, i, true);
        }
        assertThat(close(id, "{}").problem()).isEqualTo("409 quorum-missing");
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        vote(id, 3, true);
        assertThat(close(id, "{}").status()).isEqualTo(200);
    }

    @Test
    void the_chairs_veto_turns_down_what_is_carried_and_nothing_else() {
        String veto = "{\"veto\":{\"reason\":\"行业集中度过高\",\"declineReasons\":[\"BANK_POLICY\"]}}";
        String id = convened();
        for (int i = 0; i < 5; i++) {
            vote(id, i, true);
        }
        assertThat(close(id, veto).body().path("closing").path("verdict").asString())
                .isEqualTo("VETOED");
        assertThat(stageOf(id)).isEqualTo("DECLINED");
        String lost = convened();
        for (int i = 0; i < 5; i++) {
            vote(lost, i, false);
        }
        assertThat(close(lost, "{\"veto\":{\"reason\":\"x\"}}").fields()).containsExactly("veto");
        assertThat(close(lost, veto).body().path("closing").path("verdict").asString())
                .as("a veto that is not needed tells nothing beforehand and changes nothing")
                .isEqualTo("LOST");
        assertThat(http.get(ADMIN + lost + "/decision", head).each("reasons", "code"))
                .containsExactly("EXISTING_DEBT");
    }

    @Test
    void nobody_decides_alone_while_the_committee_has_the_case() {
        String id = assessed(200_000);
        String proposal = invitation(inAnHour(), five()).replace("35000000", "20000000");
        assertThat(http.post(ADMIN + id + "/committee", chair, proposal).status())
                .isEqualTo(200);
        assertThat(decide(id, approver, refusal()).problem()).isEqualTo("409 committee-in-session");
        assertThat(http.post(ADMIN + id + "/committee", chair, proposal).problem())
                .isEqualTo("409 committee-in-session");
    }
}
