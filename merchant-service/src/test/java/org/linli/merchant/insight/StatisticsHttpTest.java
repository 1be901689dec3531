package org.linli.merchant.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.AuditRecorded;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

class StatisticsHttpTest extends AuditedHttpTest {
    @Autowired
    private Views views;

    private String merchantId;
    private String offerId;
    private LocalDate today;

    @BeforeEach
    void aMerchantWithALiveOffer() throws Exception {
        merchantId = approvedMerchant();
        offerId = liveOffer(merchantId, 20, 2);
        today = BusinessTime.day(clock.instant());
    }

    @Test
    void theOwnerSeesWhatHisOffersBrought() throws Exception {
        String first = redeemed("c1", 5_800);
        redeemed("c1", null);
        redeemed("c2", 1_200);
        claimed(offerId, "c3");
        takenBack(first);
        look(3);

        JsonNode total = awaited(4, 2).path("total");
        assertThat(total.path("views").asInt()).isEqualTo(3);
        assertThat(total.path("newCustomers").asInt()).isEqualTo(2);
        assertThat(total.path("returningVisits").asInt()).isZero();
        assertThat(total.path("turnoverFen").asInt()).isEqualTo(1_200);
        assertThat(total.path("billedRedemptions").asInt()).isEqualTo(1);
        assertThat(total.path("redemptionRate").asDouble()).isEqualTo(0.5);
    }

    @Test
    void byDayEveryDayIsThereByHourEveryHourByOfferItsTitle() throws Exception {
        claimed(offerId, "c1");
        awaited(1, 0);
        ask(path(today.minusDays(6), today, "day"), Callers.owner(merchantId))
                .andExpect(jsonPath("$.items.length()").value(7))
                .andExpect(jsonPath("$.items[6].key").value(today.toString()))
                .andExpect(jsonPath("$.items[6].figures.claims").value(1))
                .andExpect(jsonPath("$.items[0].figures.claims").value(0))
                .andExpect(jsonPath("$.items[0].figures.turnoverFen").doesNotExist());
        ask(path(today, today, "hour"), Callers.owner(merchantId))
                .andExpect(jsonPath("$.items.length()").value(24));
        ask(path(today, today, "offer"), Callers.owner(merchantId))
                .andExpect(jsonPath("$.items[0].key").value(offerId))
                .andExpect(jsonPath("$.items[0].name").value("牛肉面八折"));
    }

    @Test
    void anotherMerchantAndAnotherBranchFindNothing() throws Exception {
        String path = path(today, today, "day");
        refused(ask(path, Callers.owner("another")), 404, "not-found");
        refused(ask(path, Callers.staff(BRANCH_HEAD, "/hq/B99/")), 404, "not-found");
        refused(ask(path, Callers.cashier(merchantId)), 403, "forbidden");
        ask(path, Callers.staff(BRANCH_HEAD, "/hq/")).andExpect(status().isOk());
        refused(
                ask("/api/v1/merchants/none/statistics?from=2026-10-01&to=2026-10-02", Callers.owner("none")),
                404,
                "not-found");
    }

    @Test
    void rangesHaveLimits() throws Exception {
        invalid(path(today, today.minusDays(1), "day"));
        invalid(path(today.minusDays(366), today, "day"));
        invalid(path(LocalDate.of(1999, 1, 1), today, "day"));
        invalid(path(today, today, "week"));
        invalid("/api/v1/merchants/" + merchantId + "/statistics?from=2026-02-30&to=2026-03-01");
        invalid("/api/v1/merchants/" + merchantId + "/statistics?to=2026-03-01");
        ask(path(today.minusDays(365), today, "day"), Callers.owner(merchantId)).andExpect(status().isOk());
        refused(
                ask(admin(today.minusDays(31), "branch"), Callers.staff(BRANCH_HEAD, "/hq/")),
                400,
                "invalid-parameter");
    }

    @Test
    void aBranchSeesWhatItBroughtByBranchMerchantAndDay() throws Exception {
        redeemed("c1", 3_000);
        awaited(1, 1);
        JsonNode merchants = body(ask(admin(today, "merchant"), Callers.staff(BRANCH_HEAD, "/hq/")));
        assertThat(merchants.path("items")).anySatisfy(line -> {
            assertThat(line.path("key").asString()).isEqualTo(merchantId);
            assertThat(line.path("name").asString()).isEqualTo("老街面馆");
            assertThat(line.path("figures").path("turnoverFen").asInt()).isEqualTo(3_000);
        });
        ask(admin(today, "branch") + "&organisationId=hq", Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(jsonPath("$.items[?(@.key=='hq')]").exists());
        ask(admin(today, "branch"), Callers.staff(BRANCH_HEAD, "/hq/B99/"))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void aFileIsOnRecordBeforeItLeaves() throws Exception {
        redeemed("c1", 3_050);
        awaited(1, 1);
        ResultActions csv = ask(export("csv"), Callers.owner(merchantId));
        csv.andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statistics.csv\""));
        String text = new String(csv.andReturn().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff日期,名称,").contains(",30.50\r\n").contains("合计,");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(merchantId))
                        .extracting(AuditRecorded::action)
                        .contains("statistics-exported"));
    }

    @Test
    void aWorkbookHoldsNumbersAsNumbers() throws Exception {
        redeemed("c1", 3_050);
        awaited(1, 1);
        byte[] book = ask(export("xlsx"), Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sheet(book)).contains("<v>30.50</v>").contains(today.toString());
        invalid(path(today, today, "day").replace("statistics?", "statistics/export?") + "&format=pdf");
        ask(
                        admin(today, "branch").replace("statistics?", "statistics/export?") + "&format=csv",
                        Callers.staff(BRANCH_HEAD, "/hq/"))
                .andExpect(status().isOk());
    }

    @Test
    void theLoanSideAsksForTurnoverByMonthAndLearnsWhatIsUnknown() throws Exception {
        redeemed("c1", 3_000);
        redeemed("c2", null);
        awaited(2, 2);
        YearMonth month = YearMonth.from(today);
        ask(turnover(month.minusMonths(1), month), Callers.service())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.months.length()").value(2))
                .andExpect(jsonPath("$.months[0].state").value("UNKNOWN"))
                .andExpect(jsonPath("$.months[0].turnoverFen").doesNotExist())
                .andExpect(jsonPath("$.months[1].month").value(month.toString()))
                .andExpect(jsonPath("$.months[1].state").value("KNOWN"))
                .andExpect(jsonPath("$.months[1].turnoverFen").value(3_000))
                .andExpect(jsonPath("$.months[1].redemptions").value(2))
                .andExpect(jsonPath("$.months[1].billedRedemptions").value(1));
    }

    @Test
    void anAmountIsOptionalAndWithinReason() throws Exception {
        for (Object amount : List.of(0, -1, 100_000_001, 58.5, "many")) {
            redeem("0000000000", amount).andExpect(status().isBadRequest());
        }
    }

    private ResultActions redeem(String code, Object billFen) throws Exception {
        Map<String, Object> form = billFen == null ? Map.of("code", code) : Map.of("code", code, "billFen", billFen);
        return tell("/api/v1/redemptions", Callers.cashier(merchantId), Ids.next(), form);
    }

    private String redeemed(String consumer, Integer billFen) throws Exception {
        ResultActions redeemed = redeem(shownCode(claimed(offerId, consumer), consumer), billFen);
        redeemed.andExpect(status().isCreated());
        return body(redeemed).path("redemptionId").asString();
    }

    private void takenBack(String redemptionId) throws Exception {
        tell(
                        "/api/v1/redemptions/" + redemptionId + "/reversal",
                        Callers.owner(merchantId),
                        Ids.next(),
                        Map.of("reason", "误操作"))
                .andExpect(status().isOk());
    }

    private void look(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            ask("/api/v1/offers/" + offerId, Callers.consumer("c")).andExpect(status().isOk());
        }
        views.write();
    }

    private JsonNode awaited(int claims, int redemptions) {
        List<JsonNode> seen = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode answer = body(ask(path(today, today.plusDays(1), "day"), Callers.owner(merchantId)));
            assertThat(answer.path("total").path("claims").asInt()).isEqualTo(claims);
            assertThat(answer.path("total").path("redemptions").asInt()).isEqualTo(redemptions);
            seen.add(answer);
        });
        return seen.get(0);
    }

    private void invalid(String path) throws Exception {
        refused(ask(path, Callers.owner(merchantId)), 400, "invalid-parameter");
    }

    private String path(LocalDate from, LocalDate to, String by) {
        return "/api/v1/merchants/" + merchantId + "/statistics?from=" + from + "&to=" + to + "&by=" + by;
    }

    private String export(String format) {
        return path(today, today, "day").replace("statistics?", "statistics/export?") + "&format=" + format;
    }

    private String admin(LocalDate from, String by) {
        return "/api/v1/admin/statistics?from=" + from + "&to=" + today + "&by=" + by;
    }

    private String turnover(YearMonth from, YearMonth to) {
        return "/internal/v1/merchants/" + merchantId + "/turnover?from=" + from + "&to=" + to;
    }

    private static String sheet(byte[] book) throws Exception {
        Path file = Files.write(Files.createTempFile("statistics", ".xlsx"), book);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
