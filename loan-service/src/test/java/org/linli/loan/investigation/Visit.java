package org.linli.loan.investigation;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.loan.Http;
import org.linli.loan.Tokens;
import org.linli.localstack.shots.Shots;
import org.linli.starter.Ids;

/** One case and the two who look into it, over HTTP. The shop is a noodle shop at 30.2456, 120.191 (GCJ-02). */
public final class Visit {
    private static final String QUEUE = "/api/v1/admin/loan-applications/";

    private final Http http;
    public final String caseId;
    public final String branch;
    public final String manager;
    public final String risk;
    private int width = 300;

    private Visit(Http http, String caseId, String branch) {
        this.http = http;
        this.caseId = caseId;
        this.branch = branch;
        this.manager = Tokens.staff("ACCOUNT_MANAGER", "/hq/" + branch + "/", "manager-" + branch, Map.of());
        this.risk = Tokens.staff("RISK_MANAGER", "/hq/", "risk-" + branch, Map.of());
    }

    /** A case of this merchant of this branch whose papers are complete. */
    public static Visit to(Http http, String branch, String merchantId, String application) {
        String id = http.apply(Tokens.owner(merchantId), application).text("id");
        String head = Tokens.staff("BRANCH_HEAD", "/hq/" + branch + "/", "head-" + branch, Map.of());
        http.post(QUEUE + id + "/stage", head, "{\"stage\":\"INVESTIGATION\"}");
        return new Visit(http, id, branch);
    }

    /** What redemptions brought the merchant in every month of 2025. */
    static void platformTurnover(WireMockServer neighbours, String merchantId, long fenAMonth) {
        StringBuilder months = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            months.append(months.isEmpty() ? "" : ",")
                    .append(
                            "{\"month\":\"2025-%02d\",\"state\":\"KNOWN\",\"turnoverFen\":%d,\"redemptions\":5,\"billedRedemptions\":5}"
                                    .formatted(month, fenAMonth));
        }
        neighbours.stubFor(get(urlPathEqualTo("/internal/v1/merchants/" + merchantId + "/turnover"))
                .willReturn(okJson("{\"merchantId\":\"%s\",\"months\":[%s]}".formatted(merchantId, months))));
    }

    public String path(String more) {
        return QUEUE + caseId + more;
    }

    public String report(String side) {
        return path("/investigations/" + side);
    }

    public Http.Answer photograph(String side, String token, String kind, String lat, String lng) {
        return photograph(side, token, kind, lat, lng, Shots.jpeg(width++, 200));
    }

    public Http.Answer photograph(String side, String token, String kind, String lat, String lng, byte[] file) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put("takenAt", Instant.now().minusSeconds(60).toString());
        if (lat != null) {
            fields.put("lat", lat);
            fields.put("lng", lng);
        }
        return http.upload(report(side) + "/photos", token, fields, file);
    }

    /** At the door. */
    public String photoThere(String side, String token, String kind) {
        return photograph(side, token, kind, "30.2457", "120.1911").text("id");
    }

    /** Writes and submits the branch's report; everything agrees. */
    public Http.Answer branchReports() {
        String evidence = photoThere("branch", manager, "STOCK_VOUCHER");
        photoThere("branch", manager, "SHOP");
        return submits("branch", manager, branchContent(evidence));
    }

    public Http.Answer riskReports() {
        photoThere("risk", risk, "SHOP");
        return submits("risk", risk, riskContent());
    }

    public Http.Answer submits(String side, String token, String content) {
        Http.Answer saved = http.put(report(side), token, content);
        return saved.status() == 200 ? http.post(report(side) + "/submission", token, "") : saved;
    }

    public static String branchContent(String evidence) {
        return content(statements(evidence, 0), CORROBORATION, "respected", "LEND");
    }

    public static String riskContent() {
        return content("null", "null", "neutral", "LEND");
    }

    /** Daily sales, payments and so on as the noodle shop's agree with its statements. */
    static final String CORROBORATION = """
            {"contributedSinceStartFen":12000000,"withdrawnSinceStartFen":2000000,"accumulatedProfitFen":25000000,
            "dailySalesFen":170000,"tradingDays":350,"purchasesFen":24100000,"openingStockFen":600000,
            "sampledMarginBasisPoints":6000,"bankReceiptsFen":5000000,"wechatReceiptsFen":30000000,
            "alipayReceiptsFen":15000000,"cashReceiptsFen":9000000,"platformSalesFen":6000000,
            "receivablesConfirmedFen":1000000}""";

    /** @param gap by which assets and what finances them differ */
    static String statements(String evidence, long gap) {
        return """
            {"balanceSheet":{"asOf":"2025-12-31","assets":[
              {"kind":"DEPOSIT","amountFen":8000000,"evidence":["%1$s"]},
              {"kind":"STOCK","amountFen":700000,"evidence":["%1$s"]},
              {"kind":"RECEIVABLE","amountFen":1000000,"evidence":["%1$s"]},
              {"kind":"EQUIPMENT","amountFen":%2$d,"evidence":["%1$s"]}],
              "debts":[{"kind":"PAYABLE","amountFen":4700000}],
              "equity":{"openingFen":25000000,"contributedFen":0,"withdrawnFen":2000000,"closingFen":35000000}},
            "incomeStatement":{"firstMonth":"2025-01","lastMonth":"2025-12","revenueFen":60000000,
              "costOfGoodsFen":24000000,"expenses":[{"kind":"RENT","amountFen":12000000},
              {"kind":"WAGES","amountFen":12000000}],"otherIncomeFen":0,"netProfitFen":12000000},
            "cashFlow":{"openingFen":3000000,"receivedFen":59000000,"paidToSuppliersFen":24000000,
              "paidForExpensesFen":24000000,"investedFen":4000000,"borrowedFen":0,"repaidFen":0,
              "contributedFen":0,"withdrawnFen":2000000,"otherFen":0,"closingFen":8000000}}""".formatted(evidence, 30_000_000 + gap);
    }

    static String content(String statements, String corroboration, String reputation, String advice) {
        String terms = advice.equals("LEND") ? ",\"amountFen\":5000000,\"termMonths\":12" : "";
        return """
            {"statements":%s,"corroboration":%s,"soft":[
            {"question":"family","source":"INVESTIGATOR","option":"stable"},
            {"question":"residence","source":"INVESTIGATOR","option":"own-home"},
            {"question":"reputation","source":"INVESTIGATOR","option":"%s"},
            {"question":"reputation","source":"OWN_STATEMENT","option":"respected"},
            {"question":"habits","source":"INVESTIGATOR","option":"none"},
            {"question":"other-debts","source":"INVESTIGATOR","option":"none"}],
            "recommendation":{"outcome":"%s"%s},"findings":"店面整洁，老板王小明经营多年。"}""".formatted(statements, corroboration, reputation, advice, terms);
    }

    /** A branch of the test's own. */
    public static String aBranch() {
        return "V" + Ids.next();
    }
}
