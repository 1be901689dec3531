package org.linli.merchant.onboarding;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.starter.Ids;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** As in production: nobody is let in without the papers of the category, and a move makes some of them void (M-1). */
@TestPropertySource(properties = "merchant.onboarding.approval-needs-papers=true")
@DirtiesContext
class PapersNeededHttpTest extends DossierTest {
    private static final String MINE = MERCHANTS + "/mine";

    @Test
    void anApprovalNamesThePapersThatAreMissing() throws Exception {
        String id = appliedMerchant();
        ResultActions refused = decide(id, "approval", null);
        refused(refused, 422, "papers-missing");
        refused.andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[1].field").value("papers.food-permit"))
                .andExpect(jsonPath("$.errors[1].detail").value("食品经营许可证"))
                .andExpect(jsonPath("$.errors[1].rule").value("M-1"));
        handIn(id);
        decide(id, "approval", null).andExpect(status().isOk());
    }

    @Test
    void whoWasAskedForMoreHandsInAgainOnlyWhenAllIsThere() throws Exception {
        String id = appliedMerchant();
        decide(id, "inquiry", Map.of("wanted", List.of(Map.of("about", "papers.food-permit", "text", "缺证"))));
        refused(tell(MINE + "/submission", Callers.owner(id), null), 422, "papers-missing");
        handIn(id);
        tell(MINE + "/submission", Callers.owner(id), null).andExpect(status().isOk());
    }

    @Test
    void whoMovesAwayIsLookedAtAgainOnPapersForTheNewPlace() throws Exception {
        String id = approvedWithPapers();
        move(id, 42.0)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("APPLIED"))
                .andExpect(jsonPath("$.recheckDueOn").doesNotExist());
        ask(MINE + "/dossier", Callers.owner(id))
                .andExpect(jsonPath("$.missingPapers[0]").value("food-permit"))
                .andExpect(jsonPath("$.missingPapers.length()").value(1));
        refused(decide(id, "approval", null), 422, "papers-missing");
        sent(MINE + "/papers/food-permit", Callers.owner(id));
        decide(id, "approval", null).andExpect(jsonPath("$.status").value("APPROVED"));
    }

    @Test
    void aPinSetBetterIsNoMove() throws Exception {
        String id = approvedWithPapers();
        move(id, 30.246).andExpect(jsonPath("$.status").value("APPROVED"));
        ask(MINE + "/dossier", Callers.owner(id))
                .andExpect(jsonPath("$.missingPapers").isEmpty());
    }

    @Test
    void whoMovesWhileSuspendedIsResumedOnPapersForTheNewPlace() throws Exception {
        String id = approvedWithPapers();
        decide(id, "suspension", REASON);
        move(id, 42.0).andExpect(jsonPath("$.status").value("SUSPENDED"));
        refused(decide(id, "resumption", REASON), 422, "papers-missing");
        sent(MINE + "/papers/food-permit", Callers.owner(id));
        decide(id, "resumption", REASON).andExpect(jsonPath("$.status").value("APPROVED"));
    }

    @Test
    void whereThePapersAreNotBoundToThePlaceAMoveNeedsNoSecondLook() throws Exception {
        Map<String, Object> form = application();
        form.put("category", "shopping");
        String id = body(tell(MERCHANTS, Callers.applicant(Ids.next()), form))
                .path("id")
                .asString();
        sent(MINE + "/papers/business-licence", Callers.owner(id));
        decide(id, "approval", null).andExpect(status().isOk());
        move(id, 42.0, "shopping").andExpect(jsonPath("$.status").value("APPROVED"));
    }

    @Test
    void whoWasLetInAsOneThingBecomesAnotherOnlyWithItsPapers() throws Exception {
        String id = approvedWithPapers();
        Map<String, Object> form = application();
        form.remove("licenceNumber");
        form.put("category", "leisure");
        refused(write(MINE, Callers.owner(id), form), 422, "papers-missing");
        sent(MINE + "/papers/hygiene-permit", Callers.owner(id));
        sent(MINE + "/papers/fire-safety", Callers.owner(id));
        write(MINE, Callers.owner(id), form).andExpect(jsonPath("$.category").value("运动休闲"));
    }

    private String approvedWithPapers() throws Exception {
        String id = appliedMerchant();
        handIn(id);
        decide(id, "approval", null).andExpect(status().isOk());
        return id;
    }

    private void handIn(String id) throws Exception {
        sent(MINE + "/papers/business-licence", Callers.owner(id));
        sent(MINE + "/papers/food-permit", Callers.owner(id));
    }

    private ResultActions move(String id, double lat) throws Exception {
        return move(id, lat, "dining");
    }

    private ResultActions move(String id, double lat, String category) throws Exception {
        Map<String, Object> form = application();
        form.put("category", category);
        form.remove("licenceNumber");
        form.put("point", Map.of("lat", lat, "lng", 120.190999, "crs", "GCJ02"));
        form.put("address", "新址1号");
        return write(MINE, Callers.owner(id), form);
    }
}
