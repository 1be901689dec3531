package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The annual re-check (rule M-1). The clock jumps: whatever ran in between did not run. */
class RecheckHttpTest extends DossierTest {
    private static final String DUE = ADMIN + "rechecks";

    @Autowired
    RecheckNotices notices;

    @Test
    void itIsDueAYearAfterTheApprovalAndToldOnceAlsoAfterADowntime() throws Exception {
        String id = approvedMerchant();
        LocalDate inAYear = notices.today().plusMonths(12);
        ask(ADMIN + id, head()).andExpect(jsonPath("$.recheckDueOn").value(inAYear.toString()));
        assertThat(due()).doesNotContain(id);
        clock.skip(Duration.ofDays(370));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(id)).isEqualTo(1));
        notices.tell();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(told(id)).isEqualTo(1));
        assertThat(due()).contains(id);
        ask(DUE + "?size=100", Callers.staff(BRANCH_HEAD, "/hq/elsewhere/"))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    private long told(String id) {
        return rowsAbout(id).stream()
                .filter(row -> row.action().contains("merchant-recheck-due"))
                .count();
    }

    @Test
    void onceDoneItIsDueAYearLaterAgain() throws Exception {
        String id = approvedMerchant();
        clock.skip(Duration.ofDays(400));
        decide(id, "recheck", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.recheckDueOn")
                        .value(notices.today().plusMonths(12).toString()));
        assertThat(due()).doesNotContain(id);
    }

    @Test
    void onlyWhoIsInIsLookedAtAgain() throws Exception {
        refused(decide(appliedMerchant(), "recheck", null), 409, "illegal-state");
        String closed = approvedMerchant();
        decide(closed, "closure", REASON).andExpect(jsonPath("$.recheckDueOn").doesNotExist());
        refused(decide("nobody", "recheck", null), 404, "not-found");
        refused(ask(DUE + "?withinDays=-1", head()), 400, "invalid-parameter");
        refused(ask(DUE + "?withinDays=367", head()), 400, "invalid-parameter");
    }

    /** Page by page, in the order of the days. */
    private List<String> due() throws Exception {
        List<String> ids = new ArrayList<>();
        List<String> days = new ArrayList<>();
        String next = "";
        do {
            ResultActions page = ask(DUE + "?size=40" + (next.isEmpty() ? "" : "&after=" + next), head());
            page.andExpect(status().isOk());
            body(page).path("items").forEach(item -> {
                ids.add(item.path("id").asString());
                days.add(item.path("recheckDueOn").asString());
            });
            next = body(page).path("next").asString("");
        } while (!next.isEmpty());
        assertThat(days).isSorted();
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }

    private static RequestPostProcessor head() {
        return Callers.staff(BRANCH_HEAD, "/hq/");
    }
}
