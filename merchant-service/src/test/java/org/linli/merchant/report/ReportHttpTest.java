package org.linli.merchant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.AuditRecorded;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;

class ReportHttpTest extends AuditedHttpTest {
    private static final String OWN = "/api/v1/me/reports";
    private static final String QUEUE = "/api/v1/admin/reports";

    private String consumer;
    private String merchantId;
    private String offerId;

    @BeforeEach
    void anOffer() throws Exception {
        consumer = "guest-" + Ids.next();
        merchantId = approvedMerchant();
        offerId = liveOffer(merchantId, 5, 1);
    }

    @Test
    void aProblemGoesToTheBranchAndItsAnswerBackToWhoeverReportedIt() throws Exception {
        String id = filed("OFFER", offerId);
        ask(QUEUE + "?size=100", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.items[?(@.id=='" + id + "')].problem").value("REFUSED_IN_SHOP"))
                .andExpect(content().string(Matchers.not(Matchers.containsString(consumer))));
        step(id, "acceptance", null).andExpect(jsonPath("$.status").value("IN_PROGRESS"));
        step(id, "resolution", "已与店家沟通").andExpect(jsonPath("$.status").value("RESOLVED"));
        ask(OWN, Callers.consumer(consumer))
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.items[0].status").value("RESOLVED"))
                .andExpect(jsonPath("$.items[0].answer").value("已与店家沟通"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(id))
                        .extracting(AuditRecorded::action)
                        .containsExactly("report-changed", "report-changed"));
    }

    @Test
    void whatIsClosedStaysClosed() throws Exception {
        String id = filed("MERCHANT", merchantId);
        step(id, "dismissal", "查无此事").andExpect(jsonPath("$.status").value("DISMISSED"));
        refused(step(id, "acceptance", null), 409, "illegal-state");
        refused(step(id, "resolution", "又"), 409, "illegal-state");
        refused(step(id, "resolution", ""), 400, "invalid-parameter");
        refused(step("none", "acceptance", null), 404, "not-found");
    }

    @Test
    void aCouponIsReportedByItsOwnHolderOnly() throws Exception {
        String coupon = claimed(offerId, consumer);
        filed("COUPON", coupon);
        refused(file("another", "COUPON", coupon, Ids.next()), 404, "not-found");
        refused(file(consumer, "OFFER", "none", Ids.next()), 404, "not-found");
        refused(file(consumer, "MERCHANT", "none", Ids.next()), 404, "not-found");
        refused(file(consumer, "BRANCH", "B01", Ids.next()), 400, "malformed-body");
    }

    @Test
    void theSameKeyMakesOneReportAndADayHasALimit() throws Exception {
        String key = Ids.next();
        String id = body(file(consumer, "OFFER", offerId, key)).path("id").asString();
        assertThat(body(file(consumer, "OFFER", offerId, key)).path("id").asString())
                .isEqualTo(id);
        for (int i = 2; i <= 10; i++) {
            file(consumer, "OFFER", offerId, Ids.next()).andExpect(status().isCreated());
        }
        refused(file(consumer, "OFFER", offerId, Ids.next()), 429, "too-many-reports");
        clock.skip(Duration.ofDays(1));
        file(consumer, "OFFER", offerId, Ids.next()).andExpect(status().isCreated());
        var page = body(ask(OWN + "?size=10", Callers.consumer(consumer)));
        assertThat(page.path("items")).hasSize(10);
        ask(OWN + "?after=" + page.path("next").asString(), Callers.consumer(consumer))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(id));
    }

    @Test
    void nobodySeesAnothersReports() throws Exception {
        filed("OFFER", offerId);
        ask(OWN, Callers.consumer("another-" + consumer))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void whoIsRelatedToTheMerchantDoesNotHandleIt() throws Exception {
        String id = filed("OFFER", offerId);
        refused(
                tell(
                        QUEUE + "/" + id + "/acceptance",
                        Callers.staff(BRANCH_HEAD, "/hq/", "relative", Map.of("related", merchantId)),
                        null),
                422,
                "four-eyes-conflict");
    }

    private String filed(String about, String target) throws Exception {
        ResultActions filed = file(consumer, about, target, Ids.next());
        filed.andExpect(status().isCreated()).andExpect(jsonPath("$.status").value("OPEN"));
        return body(filed).path("id").asString();
    }

    private ResultActions file(String who, String about, String target, String key) throws Exception {
        return tell(
                OWN,
                Callers.consumer(who),
                key,
                Map.of("about", about, "targetId", target, "problem", "REFUSED_IN_SHOP", "text", "店家说活动已经结束"));
    }

    private ResultActions step(String id, String step, String answer) throws Exception {
        return tell(
                QUEUE + "/" + id + "/" + step,
                Callers.staff(BRANCH_HEAD, "/hq/"),
                answer == null ? null : Map.of("answer", answer));
    }
}
