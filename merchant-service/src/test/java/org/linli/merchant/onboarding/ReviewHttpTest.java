package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The reviewer's side of rule M-1: queue, claims, asking for more, letting go. */
class ReviewHttpTest extends DossierTest {
    private static final String MINE = MERCHANTS + "/mine";
    private static final String QUEUE = ADMIN + "review-queue";
    private static final RequestPostProcessor ANNA = Callers.staff(BRANCH_HEAD, "/hq/", "anna");
    private static final RequestPostProcessor BERT = Callers.staff(BRANCH_HEAD, "/hq/", "bert");

    @Test
    void whoWaitsStandsInTheQueueInOrderUntilItIsDecided() throws Exception {
        String first = appliedMerchant();
        String second = appliedMerchant();
        assertThat(queue()).containsSubsequence(first, second);
        decide(first, "approval", null);
        decide(second, "inquiry", wanting("point"));
        assertThat(queue()).doesNotContain(first, second);
        tell(MINE + "/submission", Callers.owner(second), null).andExpect(status().isOk());
        assertThat(queue()).endsWith(second);
        assertThat(list(QUEUE, Callers.staff(BRANCH_HEAD, "/hq/elsewhere/"))).isEmpty();
    }

    @Test
    void aClaimedCaseIsDecidedOnByItsReviewerOnly() throws Exception {
        String id = appliedMerchant();
        tell(ADMIN + id + "/claim", ANNA, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.claim.by").value("anna"))
                .andExpect(jsonPath("$.claim.until").exists());
        refused(tell(ADMIN + id + "/claim", BERT, null), 409, "claimed-by-another");
        refused(tell(ADMIN + id + "/approval", BERT, null), 409, "claimed-by-another");
        refused(tell(ADMIN + id + "/rejection", BERT, REASON), 409, "claimed-by-another");
        refused(drop(ADMIN + id + "/claim", BERT), 409, "claimed-by-another");
        tell(ADMIN + id + "/claim", ANNA, null).andExpect(status().isOk());
        drop(ADMIN + id + "/claim", ANNA)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.claim").doesNotExist());
        tell(ADMIN + id + "/approval", BERT, null).andExpect(status().isOk());
        refused(tell(ADMIN + id + "/claim", ANNA, null), 409, "illegal-state");
    }

    @Test
    void aClaimComesFreeByItself() throws Exception {
        String id = appliedMerchant();
        tell(ADMIN + id + "/claim", ANNA, null);
        clock.skip(Duration.ofMinutes(29));
        refused(tell(ADMIN + id + "/claim", BERT, null), 409, "claimed-by-another");
        clock.skip(Duration.ofMinutes(2));
        tell(ADMIN + id + "/claim", BERT, null).andExpect(jsonPath("$.claim.by").value("bert"));
        refused(tell(ADMIN + id + "/approval", ANNA, null), 409, "claimed-by-another");
    }

    @Test
    void ofManyWhoClaimAtTheSameMomentOneHoldsIt() throws Exception {
        String id = appliedMerchant();
        ExecutorService reviewers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> claims = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                RequestPostProcessor reviewer = Callers.staff(BRANCH_HEAD, "/hq/", "reviewer" + i);
                claims.add(() -> tell(ADMIN + id + "/claim", reviewer, null)
                        .andReturn()
                        .getResponse()
                        .getStatus());
            }
            List<Integer> answers = new ArrayList<>();
            for (var claim : reviewers.invokeAll(claims)) {
                answers.add(claim.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        } finally {
            reviewers.shutdownNow();
        }
    }

    @Test
    void nobodyClaimsTheirOwnCase() throws Exception {
        String person = Ids.next();
        String id = body(tell(MERCHANTS, Callers.applicant(person), application()))
                .path("id")
                .asString();
        refused(
                tell(ADMIN + id + "/claim", Callers.staff(BRANCH_HEAD, "/hq/", person), null),
                422,
                "four-eyes-conflict");
    }

    @Test
    void theApplicantReadsWhatIsWantedAndAnswers() throws Exception {
        String id = appliedMerchant();
        decide(id, "inquiry", wanting("papers.food-permit"))
                .andExpect(jsonPath("$.status").value("MORE_WANTED"));
        ask(MINE, Callers.owner(id))
                .andExpect(jsonPath("$.wanted[0].about").value("papers.food-permit"))
                .andExpect(jsonPath("$.wanted[0].text").value("请补充"));
        refused(decide(id, "approval", null), 409, "illegal-state");
        sent(MINE + "/papers/food-permit", Callers.owner(id));
        tell(MINE + "/submission", Callers.owner(id), null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("APPLIED"));
        refused(tell(MINE + "/submission", Callers.owner(id), null), 409, "illegal-state");
        ask(ADMIN + id, ANNA).andExpect(jsonPath("$.wanted[0].text").value("请补充"));
        decide(id, "approval", null).andExpect(jsonPath("$.wanted").doesNotExist());
    }

    @Test
    void anInquirySaysWhatItWants() throws Exception {
        String id = appliedMerchant();
        refused(decide(id, "inquiry", Map.of("wanted", List.of())), 400, "invalid-parameter");
        refused(
                decide(id, "inquiry", Map.of("wanted", List.of(Map.of("about", "name", "text", " ")))),
                400,
                "invalid-parameter");
        refused(tell(ADMIN + "nobody/inquiry", ANNA, wanting("name")), 404, "not-found");
    }

    @Test
    void aSuspendedOneIsResumedForAReason() throws Exception {
        String id = approvedMerchant();
        refused(decide(id, "resumption", REASON), 409, "illegal-state");
        decide(id, "suspension", REASON).andExpect(jsonPath("$.decisionReason").value("理由充分"));
        refused(decide(id, "approval", null), 409, "illegal-state");
        refused(decide(id, "resumption", Map.of("reason", " ")), 400, "invalid-parameter");
        decide(id, "resumption", Map.of("reason", "整改完成"))
                .andExpect(jsonPath("$.status").value("APPROVED"))
                .andExpect(jsonPath("$.decisionReason").value("整改完成"));
    }

    @Test
    void aClosedMerchantsOffersEndAndItsCodeMayBeRegisteredAgain() throws Exception {
        Map<String, Object> form = application();
        String person = Ids.next();
        String id = body(tell(MERCHANTS, Callers.applicant(person), form))
                .path("id")
                .asString();
        decide(id, "approval", null);
        String offer = liveOffer(id, 5, 1);
        refused(tell(MERCHANTS, Callers.applicant(Ids.next()), form), 409, "licence-already-registered");
        refused(tell(MINE + "/closure", Callers.owner(id), Map.of("reason", "")), 400, "invalid-parameter");
        tell(MINE + "/closure", Callers.owner(id), REASON)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("CLOSED"));
        refused(mvc.perform(get(MERCHANTS + "/" + id)), 404, "not-found");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask(MERCHANTS + "/" + id + "/offers", Callers.owner(id))
                        .andExpect(jsonPath("$.items[0].id").value(offer))
                        .andExpect(jsonPath("$.items[0].status").value("ENDED")));
        refused(tell(MINE + "/closure", Callers.owner(id), REASON), 409, "illegal-state");
        refused(decide(id, "resumption", REASON), 409, "illegal-state");
        tell(MERCHANTS, Callers.applicant(Ids.next()), form).andExpect(status().isCreated());
    }

    @Test
    void staffCloseAMerchantTooAndItsOwnerChangesNothingAnyMore() throws Exception {
        String id = approvedMerchant();
        decide(id, "closure", REASON).andExpect(jsonPath("$.status").value("CLOSED"));
        Map<String, Object> form = application();
        form.remove("licenceNumber");
        refused(write(MINE, Callers.owner(id), form), 409, "illegal-state");
        refused(send(MINE + "/photos", Callers.owner(id), new byte[1]), 409, "illegal-state");
    }

    @Test
    void aRejectedStrangersApplicationGivesWayToTheHolderOfTheCode() throws Exception {
        Map<String, Object> form = application();
        String squatter = body(tell(MERCHANTS, Callers.applicant(Ids.next()), form))
                .path("id")
                .asString();
        decide(squatter, "rejection", REASON);
        String holder = body(tell(MERCHANTS, Callers.applicant(Ids.next()), form)
                        .andExpect(status().isCreated()))
                .path("id")
                .asString();
        assertThat(holder).isNotEqualTo(squatter);
        ask(ADMIN + holder + "/duplicates", ANNA)
                .andExpect(jsonPath("$.items[?(@.merchant.id=='" + squatter + "')].because[0]")
                        .value("SAME_LICENCE"));
    }

    @Test
    void theReviewerSeesWhoMayBeTheSameBusiness() throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", 41.0, "lng", 150.0));
        form.put("name", "望海楼（总店）");
        String known = applied(form);
        form.put("licenceNumber", application().get("licenceNumber"));
        form.put("point", Map.of("lat", 41.0003, "lng", 150.0));
        form.put("name", "望海楼");
        String again = applied(form);
        form.put("licenceNumber", application().get("licenceNumber"));
        form.put("name", "听涛茶馆");
        String neighbour = applied(form);
        ask(ADMIN + again + "/duplicates", ANNA)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].merchant.id").value(known))
                .andExpect(jsonPath("$.items[0].because[0]").value("SAME_PLACE_AND_NAME"))
                .andExpect(jsonPath("$.items[0].merchant.contactPhone").value("138****1234"))
                .andExpect(jsonPath("$.elsewhere").value(0));
        ask(ADMIN + neighbour + "/duplicates", ANNA)
                .andExpect(jsonPath("$.items").isEmpty());
        refused(ask(ADMIN + "nobody/duplicates", ANNA), 404, "not-found");
    }

    private String applied(Map<String, Object> form) throws Exception {
        ResultActions answer = tell(MERCHANTS, Callers.applicant(Ids.next()), form);
        answer.andExpect(status().isCreated());
        return body(answer).path("id").asString();
    }

    private static Map<String, Object> wanting(String about) {
        return Map.of("wanted", List.of(Map.of("about", about, "text", "请补充")));
    }

    private List<String> queue() throws Exception {
        return list(QUEUE, ANNA);
    }

    /** Page by page, ten at a time: the cursor is tested along. */
    private List<String> list(String path, RequestPostProcessor caller) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            ResultActions page = ask(path + "?size=10" + (next.isEmpty() ? "" : "&after=" + next), caller);
            page.andExpect(status().isOk());
            body(page).path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = body(page).path("next").asString("");
        } while (!next.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        return ids;
    }
}
