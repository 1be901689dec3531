package org.linli.merchant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.AuditRecorded;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class SettlementHttpTest extends AuditedHttpTest {
    private static final RequestPostProcessor HEAD = Callers.staff(BRANCH_HEAD, "/hq/");

    @Autowired
    private SubsidyLines lines;

    private String merchantId;
    private LocalDate today;

    @BeforeEach
    void aMerchantAtNoon() throws Exception {
        ZonedDateTime now = clock.instant().atZone(ZoneId.of("Asia/Shanghai"));
        // So that no test runs across midnight there, whenever it runs.
        clock.skip(Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(12, 0).atZone(now.getZone())));
        merchantId = approvedMerchant();
        today = SettlementDays.dayOf(clock.instant());
    }

    @Test
    void aFileSaysWhatTheBankOwesAndIsTheSameForEver() throws Exception {
        String offerId = subsidised(300);
        String redemptionId = redeemed(offerId, "c1");
        takenBack(redeemed(offerId, "c2"));
        redeemed(liveOffer(merchantId, 5, 1), "c3");
        awaitLines(3);
        clock.skip(Duration.ofHours(26));
        byte[] file = bytes(ask(admin(today), HEAD));
        assertThat(text(file))
                .contains(
                        "\r\n" + redemptionId + ",",
                        ",REDEEMED,",
                        ",300\r\nTOTAL," + merchantId + "," + today + ",1,300,");
        assertThat(bytes(ask(admin(today), HEAD))).isEqualTo(file);
        assertThat(bytes(ask(own(today), Callers.owner(merchantId)))).isEqualTo(file);
    }

    @Test
    void takingAFileAlongIsOnRecord() throws Exception {
        clock.skip(Duration.ofHours(26));
        ask(own(today), Callers.owner(merchantId))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(merchantId))
                        .extracting(AuditRecorded::action)
                        .contains("settlement-exported"));
    }

    @Test
    void onlyDaysThatAreOverAreServed() throws Exception {
        refused(ask(admin(today), HEAD), 422, "settlement-day-not-over");
        refused(ask(own(today), Callers.owner(merchantId)), 422, "settlement-day-not-over");
        refused(ask(list(today), HEAD), 422, "settlement-day-not-over");
        refused(ask("/api/v1/admin/settlements/" + merchantId + "/2026-02-30", HEAD), 400, "invalid-parameter");
        refused(ask("/api/v1/admin/settlements", HEAD), 400, "invalid-parameter");
    }

    @Test
    void aFileIsForTheMerchantAndTheStaffAboveItOnly() throws Exception {
        LocalDate day = today.minusDays(3);
        ask(admin(day), HEAD).andExpect(status().isOk());
        ask(admin(day), Callers.staff("AUDITOR", "/hq/")).andExpect(status().isOk());
        refused(ask(admin(day), Callers.staff(BRANCH_HEAD, "/hq/B99/")), 404, "not-found");
        refused(ask(admin(day), Callers.staff("MARKETING_OPERATOR", "/hq/")), 403, "forbidden");
        refused(ask(own(day), Callers.cashier(merchantId)), 403, "forbidden");
        int stranger = ask(own(day), Callers.owner("another"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(stranger).isIn(403, 404);
    }

    @Test
    void aDaysMerchantsAreListedWithWhatTheyGet() throws Exception {
        redeemed(subsidised(250), "c1");
        awaitLines(1);
        clock.skip(Duration.ofHours(26));
        String mine = "$.items[?(@.merchantId=='" + merchantId + "')]";
        ask(list(today) + "&size=100", HEAD)
                .andExpect(jsonPath(mine + ".lines").value(1))
                .andExpect(jsonPath(mine + ".sumFen").value(250));
        ask(list(today) + "&size=100&organisationId=hq", HEAD)
                .andExpect(jsonPath(mine).exists());
        ask(list(today) + "&organisationId=B99", HEAD)
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(list(today), Callers.staff(BRANCH_HEAD, "/hq/B99/"))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void theListGoesOnPageByPage() throws Exception {
        redeemed(subsidised(250), "c1");
        awaitLines(1);
        String first = merchantId;
        merchantId = approvedMerchant();
        redeemed(subsidised(250), "c1");
        awaitLines(1);
        clock.skip(Duration.ofHours(26));
        StringBuilder seen = new StringBuilder();
        String next = "";
        do {
            ResultActions page = ask(list(today) + "&size=1" + next, HEAD);
            seen.append(body(page).path("items").path(0).path("merchantId").asString())
                    .append(' ');
            String after = body(page).path("next").asString("");
            next = after.isEmpty() ? "" : "&after=" + after;
        } while (!next.isEmpty());
        assertThat(seen.toString().split(" ")).contains(first, merchantId).doesNotHaveDuplicates();
    }

    @Test
    void aSubsidyIsSaidBeforeAnybodyCanClaimAndNotAfter() throws Exception {
        String live = liveOffer(merchantId, 5, 1);
        refused(subsidise(live, HEAD, 300), 409, "illegal-state");
        Map<String, Object> form = offer(5, 1);
        Instant later = clock.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        form.put("validFrom", later.toString());
        String scheduled = published(merchantId, draft(merchantId, form));
        subsidise(scheduled, HEAD, 300)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subsidyFenPerCoupon").value(300));
        clock.skip(Duration.ofHours(25));
        refused(subsidise(scheduled, HEAD, 1), 409, "illegal-state");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(scheduled))
                        .anySatisfy(row -> assertThat(row.after().toString()).contains("subsidyFenPerCoupon")));
    }

    @Test
    void aSubsidyIsForTheTermsThatItWasSaidFor() throws Exception {
        String offerId = draft(merchantId, offer(5, 1));
        subsidise(offerId, HEAD, 300).andExpect(status().isOk());
        mvc.perform(put("/api/v1/offers/" + offerId)
                        .with(Callers.owner(merchantId))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(offer(5_000, 5))))
                .andExpect(status().isOk());
        published(merchantId, offerId);
        redeemed(offerId, "c1");
        redeemed(subsidised(300), "c2");
        awaitLines(1);
        assertThat(lines.of(merchantId, today, 10))
                .extracting(SubsidyLine::offerId)
                .doesNotContain(offerId);
    }

    @Test
    void theStockOfASubsidisedOfferIsLoweredButNeverRaised() throws Exception {
        String offerId = subsidised(300);
        int stock = body(ask("/api/v1/offers/" + offerId, Callers.consumer("c")))
                .path("stock")
                .asInt();
        refused(restock(offerId, stock + 1), 422, "offer-subsidised");
        restock(offerId, stock - 1)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stock").value(stock - 1));
        refused(restock(offerId, stock), 422, "offer-subsidised");
    }

    private ResultActions restock(String offerId, int stock) throws Exception {
        return mvc.perform(patch("/api/v1/offers/" + offerId)
                .with(Callers.owner(merchantId))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("stock", stock))));
    }

    @Test
    void onlyStaffInScopeWhoAreNotRelatedSayASubsidy() throws Exception {
        String offerId = draft(merchantId, offer(5, 1));
        refused(
                subsidise(offerId, Callers.staff(BRANCH_HEAD, "/hq/", "relative", Map.of("related", merchantId)), 300),
                422,
                "four-eyes-conflict");
        refused(subsidise(offerId, Callers.staff(BRANCH_HEAD, "/hq/B99/"), 300), 404, "not-found");
        refused(subsidise("none", HEAD, 300), 404, "not-found");
        refused(subsidise(offerId, Callers.staff("AUDITOR", "/hq/"), 300), 403, "forbidden");
        refused(subsidise(offerId, Callers.owner(merchantId), 300), 403, "forbidden");
        for (Object amount : new Object[] {0, -1, 10_001, "many"}) {
            subsidise(offerId, HEAD, amount).andExpect(status().isBadRequest());
        }
    }

    private ResultActions subsidise(String offerId, RequestPostProcessor caller, Object fen) throws Exception {
        return mvc.perform(put("/api/v1/admin/offers/" + offerId + "/subsidy")
                .with(caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("subsidyFenPerCoupon", fen))));
    }

    private String subsidised(long fen) throws Exception {
        String offerId = draft(merchantId, offer(20, 2));
        subsidise(offerId, HEAD, fen).andExpect(status().isOk());
        return published(merchantId, offerId);
    }

    private String redeemed(String offerId, String consumer) throws Exception {
        String code = shownCode(claimed(offerId, consumer), consumer);
        ResultActions redeemed = redeem(code, Callers.cashier(merchantId), Ids.next());
        redeemed.andExpect(status().isCreated());
        return body(redeemed).path("redemptionId").asString();
    }

    private ResultActions reverse(String redemptionId) throws Exception {
        return tell(
                "/api/v1/redemptions/" + redemptionId + "/reversal",
                Callers.owner(merchantId),
                Ids.next(),
                Map.of("reason", "误操作"));
    }

    private void takenBack(String redemptionId) throws Exception {
        reverse(redemptionId).andExpect(status().isOk());
    }

    /** Also what was cancelled out again is stored. */
    private void awaitLines(int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(lines.of(merchantId, today, 100)).hasSize(count));
    }

    private String admin(LocalDate day) {
        return "/api/v1/admin/settlements/" + merchantId + "/" + day;
    }

    private String own(LocalDate day) {
        return "/api/v1/merchants/" + merchantId + "/settlements/" + day;
    }

    private static String list(LocalDate day) {
        return "/api/v1/admin/settlements?day=" + day;
    }

    private static byte[] bytes(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
