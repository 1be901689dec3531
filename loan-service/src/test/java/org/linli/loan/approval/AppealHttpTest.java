package org.linli.loan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.Tokens;

/** The applicant's appeal over HTTP (rule L-8). */
class AppealHttpTest extends ApprovalHttp {
    @Test
    void an_appeal_leads_back_to_the_approval_one_level_higher_and_to_somebody_else() {
        String id = refused();
        Http.Answer filed = appeal(id, "营业额统计有误");
        assertThat(filed.status()).isEqualTo(200);
        assertThat(filed.text("appealedAt")).isNotEmpty();
        assertThat(stageOf(id)).isEqualTo("APPROVAL");
        assertThat(decide(id, head, refusal()).problem()).isEqualTo("422 decided-before");
        assertThat(decide(id, staff("BRANCH_HEAD", path, "colleague"), refusal())
                        .problem())
                .isEqualTo("422 higher-level-required");
        assertThat(decide(id, staff("APPROVER", "/hq/", "head-" + run), refusal())
                        .problem())
                .as("the same person in another role")
                .isEqualTo("422 decided-before");
        String deputy = Tokens.staff("APPROVER", "/hq/", "deputy", Map.of("deputyFor", "head-" + run));
        assertThat(decide(id, deputy, refusal()).problem()).isEqualTo("422 decided-before");
        Http.Answer heard = decide(id, approver, approval(40_000, 12, "6"));
        assertThat(heard.text("atLeast")).isEqualTo("HEAD_OFFICE");
        assertThat(stageOf(id)).isEqualTo("CONTRACT");
    }

    @Test
    void there_is_one_appeal_and_its_repetition_is_the_same_one() {
        String id = refused();
        appeal(id, "营业额统计有误");
        assertThat(appeal(id, "营业额统计有误").status()).isEqualTo(200);
        assertThat(appeal(id, "另一个理由").problem()).isEqualTo("409 appeal-filed");
        decide(id, approver, refusal());
        assertThat(stageOf(id)).isEqualTo("DECLINED");
        assertThat(appeal(id, "营业额统计有误").status()).isEqualTo(200);
        assertThat(stageOf(id)).as("heard once").isEqualTo("DECLINED");
        assertThat(http.get("/api/v1/loan-applications/" + id + "/decision", Tokens.owner(merchant))
                        .body()
                        .path("appealUntil")
                        .isNull())
                .isTrue();
    }

    @Test
    void only_the_owner_appeals_and_only_against_a_refusal() {
        String id = refused();
        String stranger = Tokens.owner("somebody-elses");
        String url = "/api/v1/loan-applications/" + id + "/appeal";
        assertThat(http.post(url, stranger, "{\"reasons\":\"x\"}").problem()).isEqualTo("404 not-found");
        assertThat(http.post(url, head, "{\"reasons\":\"x\"}").problem()).isEqualTo("403 forbidden");
        assertThat(http.post(url, Tokens.owner(merchant), "{\"reasons\":\" \"}").fields())
                .containsExactly("reasons");
        String open = inApproval(40_000);
        assertThat(appeal(open, "x").problem()).isEqualTo("409 wrong-stage");
        assertThat(http.get("/api/v1/loan-applications/" + open + "/decision", Tokens.owner(merchant))
                        .problem())
                .isEqualTo("404 not-found");
    }

    private String refused() {
        String id = inApproval(40_000);
        assertThat(decide(id, head, refusal()).status()).isEqualTo(200);
        return id;
    }

    private Http.Answer appeal(String id, String reasons) {
        return http.post(
                "/api/v1/loan-applications/" + id + "/appeal",
                Tokens.owner(merchant),
                "{\"reasons\":\"%s\"}".formatted(reasons));
    }
}
