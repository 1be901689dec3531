package org.linli.loan.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

class FiguresHttpTest extends RunningService {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String FIGURES = "/api/v1/admin/loan-figures";
    private static final String PERIOD = "?from=" + TODAY + "&to=" + TODAY;

    private final String branch = "F" + Ids.next();
    private final String head = Tokens.staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");

    @Autowired
    private LoanCases cases;

    @BeforeEach
    void twoDecidedCasesAndAnOpenOne() {
        applied();
        cases.move(atApproval(), Stage.CONTRACT, "system:test");
        cases.move(atApproval(), Stage.DECLINED, "system:test");
    }

    @Test
    void a_branch_sees_its_own_figures_only() {
        Http.Answer report = http.get(FIGURES + PERIOD, head);
        assertThat(report.each("lines", "key")).containsExactly(branch);
        assertThat(report.body().path("total").path("applications").asInt()).isEqualTo(3);
        assertThat(report.body().path("total").path("approvalRatePercent").asString())
                .isEqualTo("50.00");
        assertThat(report.body().path("total").path("withinPromise").asBoolean())
                .isTrue();
        Http.Answer bank = http.get(FIGURES + PERIOD, Tokens.staff("AUDITOR", "hq", "/hq/"));
        assertThat(bank.each("lines", "key")).contains(branch);
    }

    @Test
    void lines_are_by_product_manager_or_month() {
        assertThat(http.get(FIGURES + PERIOD + "&by=PRODUCT", head).each("lines", "key"))
                .containsExactly("MICRO");
        assertThat(http.get(FIGURES + PERIOD + "&by=MANAGER", head).each("lines", "key"))
                .containsExactly("");
        assertThat(http.get(FIGURES + PERIOD + "&by=MONTH", head).each("lines", "key"))
                .containsExactly(TODAY.toString().substring(0, 7));
    }

    @Test
    void a_period_that_is_none_is_refused() {
        assertThat(http.get(FIGURES + "?from=2026-02-01&to=2026-01-01", head).fields())
                .containsExactly("to");
        assertThat(http.get(FIGURES + "?from=2020-01-01&to=2026-01-01", head).fields())
                .containsExactly("to");
        assertThat(http.get(FIGURES, head).status()).isEqualTo(400);
    }

    private String applied() {
        return http.apply(Tokens.owner(merchantOf(branch, "APPROVED")), goodApplication())
                .text("id");
    }

    private String atApproval() {
        String id = applied();
        cases.move(id, Stage.APPROVAL, "system:test");
        return id;
    }
}
