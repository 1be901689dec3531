package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.springframework.beans.factory.annotation.Autowired;
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
        ask(DUE + "?size=100", head()).andExpect(jsonPath("$.items[*].id").value(not(hasItem(id))));
        clock.skip(Duration.ofDays(370));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(id)).isEqualTo(1));
        notices.tell();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(told(id)).isEqualTo(1));
        ask(DUE + "?size=100", head()).andExpect(jsonPath("$.items[*].id").value(hasItem(id)));
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
        ask(DUE + "?size=100", head()).andExpect(jsonPath("$.items[*].id").value(not(hasItem(id))));
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

    private static RequestPostProcessor head() {
        return Callers.staff(BRANCH_HEAD, "/hq/");
    }
}
