package org.linli.loan.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;

/** From the applicant to head office and back (rule L-1). */
class ComplaintHttpTest extends RunningService {
    private static final String ADMIN = "/api/v1/admin/loan-complaints";

    private final String supervisor = Tokens.staff("SERVICE_SUPERVISOR", "hq", "/hq/");

    @Test
    void head_office_answers_and_the_applicant_reads_it() {
        String owner = Tokens.owner(approvedMerchant());
        String complaints = complaintsOf(owner);
        Http.Answer made = http.post(complaints, owner, "{\"text\":\"三天没有人联系我\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("dueOn")).isNotEmpty();
        Http.Answer answered = http.post(ADMIN + "/" + made.text("id") + "/answer", supervisor, "{\"text\":\"已督促支行\"}");
        assertThat(answered.text("state")).isEqualTo("ANSWERED");
        assertThat(http.get(complaints, owner).each("items", "answer")).containsExactly("已督促支行");
        assertThat(http.post(ADMIN + "/" + made.text("id") + "/answer", supervisor, "{\"text\":\"again\"}")
                        .problem())
                .isEqualTo("409 already-answered");
    }

    @Test
    void the_same_words_sent_twice_are_one_complaint_and_there_is_a_limit() {
        String owner = Tokens.owner(approvedMerchant());
        String complaints = complaintsOf(owner);
        String first = http.post(complaints, owner, "{\"text\":\"慢\"}").text("id");
        assertThat(http.post(complaints, owner, "{\"text\":\"慢\"}").text("id")).isEqualTo(first);
        for (int i = 1; i < Complaining.MOST_PER_CASE; i++) {
            http.post(complaints, owner, "{\"text\":\"%d\"}".formatted(i));
        }
        assertThat(http.post(complaints, owner, "{\"text\":\"too much\"}").problem())
                .isEqualTo("409 too-many-complaints");
    }

    @Test
    void open_ones_are_listed_by_page_for_head_office_only() {
        String owner = Tokens.owner(approvedMerchant());
        String complaints = complaintsOf(owner);
        http.post(complaints, owner, "{\"text\":\"a\"}");
        http.post(complaints, owner, "{\"text\":\"b\"}");
        Http.Answer page = http.get(ADMIN + "?size=1", supervisor);
        assertThat(page.each("items", "state")).containsExactly("OPEN");
        assertThat(http.get(ADMIN + "?size=1&after=" + page.text("next"), supervisor)
                        .each("items", "id"))
                .doesNotContainAnyElementsOf(page.each("items", "id"))
                .hasSize(1);
        String branch = Tokens.staff("SERVICE_SUPERVISOR", "B01", "/hq/B01/");
        assertThat(http.get(ADMIN, branch).problem()).isEqualTo("403 forbidden");
        assertThat(http.post(ADMIN + "/x/answer", branch, "{\"text\":\"!\"}").problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void nobody_complains_about_anothers_case_nor_answers_for_a_relatives() {
        String merchant = approvedMerchant();
        String owner = Tokens.owner(merchant);
        String complaints = complaintsOf(owner);
        String stranger = Tokens.owner(approvedMerchant());
        assertThat(http.post(complaints, stranger, "{\"text\":\"x\"}").problem())
                .isEqualTo("404 not-found");
        assertThat(http.get(complaints, stranger).problem()).isEqualTo("404 not-found");
        String id = http.post(complaints, owner, "{\"text\":\"x\"}").text("id");
        String aunt = Tokens.staff("SERVICE_SUPERVISOR", "/hq/", "aunt", Map.of("related", merchant));
        assertThat(http.post(ADMIN + "/" + id + "/answer", aunt, "{\"text\":\"!\"}")
                        .each("errors", "code"))
                .containsExactly("relative");
        assertThat(http.post(ADMIN + "/unknown/answer", supervisor, "{\"text\":\"!\"}")
                        .problem())
                .isEqualTo("404 not-found");
    }

    private String complaintsOf(String owner) {
        return "/api/v1/loan-applications/"
                + http.apply(owner, goodApplication()).text("id") + "/complaints";
    }
}
