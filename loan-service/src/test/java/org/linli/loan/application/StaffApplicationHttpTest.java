package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** The staff's side over HTTP. */
class StaffApplicationHttpTest extends RunningService {
    private static final String QUEUE = "/api/v1/admin/loan-applications";

    private final String branch = "B" + Ids.next();
    private final String head = Tokens.staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", branch, "/hq/" + branch + "/");

    @Test
    void staff_see_their_own_branch_and_head_office_sees_all() {
        String id = applied();
        assertThat(http.get(QUEUE, head).each("items", "id")).containsExactly(id);
        assertThat(http.get(QUEUE, Tokens.staff("BRANCH_HEAD", "none", "/hq/none/"))
                        .each("items", "id"))
                .isEmpty();
        assertThat(seenFromHeadOffice()).contains(id);
    }

    @Test
    void a_branch_whose_name_begins_like_anothers_does_not_see_its_applications() {
        applied();
        String shorter = branch.substring(0, branch.length() - 1);
        assertThat(http.get(QUEUE, Tokens.staff("BRANCH_HEAD", shorter, "/hq/" + shorter + "/"))
                        .each("items", "id"))
                .isEmpty();
    }

    @Test
    void the_queue_is_paged_without_loss_or_repetition() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(applied());
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Http.Answer page = http.get(QUEUE + "?size=2" + (next.isEmpty() ? "" : "&after=" + next), head);
            seen.addAll(page.each("items", "id"));
            next = page.text("next");
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
    }

    @Test
    void a_stage_move_shows_to_the_merchant_and_in_the_filter() {
        String merchant = merchantOf(branch, "APPROVED");
        String id = http.apply(Tokens.owner(merchant), goodApplication()).text("id");
        Http.Answer moved = http.post(QUEUE + "/" + id + "/stage", manager, "{\"stage\":\"INVESTIGATION\"}");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("stage")).isEqualTo("INVESTIGATION");
        assertThat(http.get("/api/v1/loan-applications/" + id, Tokens.owner(merchant))
                        .text("stageName"))
                .isEqualTo("双人调查");
        assertThat(http.get(QUEUE + "?stage=SUBMITTED", head).each("items", "id"))
                .isEmpty();
        assertThat(http.get(QUEUE + "?stage=INVESTIGATION", head).each("items", "id"))
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "APPROVAL", "CONTRACT", "DISBURSEMENT"})
    void an_illegal_move_is_refused(String stage) {
        Http.Answer answer = http.post(QUEUE + "/" + applied() + "/stage", head, "{\"stage\":\"%s\"}".formatted(stage));
        assertThat(answer.problem()).isEqualTo("409 illegal-stage");
    }

    @Test
    void an_application_out_of_scope_cannot_be_moved_nor_seen() {
        String stranger = Tokens.staff("ACCOUNT_MANAGER", "none", "/hq/none/");
        Http.Answer answer = http.post(QUEUE + "/" + applied() + "/stage", stranger, "{\"stage\":\"INVESTIGATION\"}");
        assertThat(answer.problem()).isEqualTo("404 not-found");
    }

    @Test
    void nobody_moves_on_what_they_handed_in_or_a_relatives_case() {
        String merchant = merchantOf(branch, "APPROVED");
        String stage = QUEUE + "/"
                + http.apply(Tokens.owner(merchant), goodApplication()).text("id") + "/stage";
        String body = "{\"stage\":\"INVESTIGATION\"}";
        String path = "/hq/" + branch + "/";
        Http.Answer own = http.post(stage, Tokens.staff("BRANCH_HEAD", path, "owner-of-" + merchant, Map.of()), body);
        assertThat(own.problem()).isEqualTo("422 four-eyes-conflict");
        assertThat(own.each("errors", "code")).containsExactly("own-case");
        assertThat(own.each("errors", "detail")).containsExactly("不能审批本人的事项。");
        Http.Answer relative =
                http.post(stage, Tokens.staff("BRANCH_HEAD", path, "aunt", Map.of("related", merchant)), body);
        assertThat(relative.each("errors", "code")).containsExactly("relative");
        assertThat(http.post(stage, head, body).status()).isEqualTo(200);
    }

    @Test
    void broken_questions_are_refused_naming_the_field() {
        assertThat(http.get(QUEUE + "?stage=LATER", head).fields()).containsExactly("stage");
        assertThat(http.get(QUEUE + "?size=101", head).problem()).isEqualTo("400 invalid-parameter");
        assertThat(http.get(QUEUE + "?after=eA", head).fields()).containsExactly("after");
        assertThat(http.post(QUEUE + "/x/stage", head, "{\"stage\":\"LATER\"}").fields())
                .containsExactly("stage");
        assertThat(http.post(QUEUE + "/x/stage", head, "{}").problem()).isEqualTo("400 invalid-parameter");
    }

    private List<String> seenFromHeadOffice() {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            String after = next.isEmpty() ? "" : "&after=" + next;
            Http.Answer page = http.get(QUEUE + "?size=100" + after, Tokens.staff("AUDITOR", "hq", "/hq/"));
            seen.addAll(page.each("items", "id"));
            next = page.text("next");
        } while (!next.isEmpty());
        return seen;
    }

    private String applied() {
        return http.apply(Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication())
                .text("id");
    }
}
