package org.linli.merchant.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.merchant.Licences;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SuppressWarnings("unchecked")
class ImportHttpTest extends HttpTest {
    @Autowired
    MongoTemplate template;

    @Test
    void aRowBecomesAnApprovedMerchantWithALiveOfferThatCanBeClaimed() throws Exception {
        Map<String, Object> row = row(1);
        send(List.of(row))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected").isEmpty());
        String merchantId = merchantId(row);
        send(List.of(row)).andExpect(jsonPath("$.items[0].merchantId").value(merchantId));
        ask("/api/v1/merchants/" + merchantId, Callers.consumer("c"))
                .andExpect(jsonPath("$.name").value("进口面馆"))
                .andExpect(jsonPath("$.category").value("餐饮"));
        String offerId = offerId(merchantId);
        ask("/api/v1/offers/" + offerId, Callers.consumer("c"))
                .andExpect(jsonPath("$.status").value("LIVE"))
                .andExpect(jsonPath("$.category").value("餐饮"))
                .andExpect(jsonPath("$.stockLeft").value(50));
        claimed(offerId, "c");
    }

    @Test
    void whoBroughtAMerchantInDoesNotDecideOnIt() throws Exception {
        Map<String, Object> row = row(1);
        send(List.of(row)).andExpect(status().isOk());
        String suspension = "/api/v1/admin/merchants/" + merchantId(row) + "/suspension";
        Map<String, String> reason = Map.of("reason", "投诉");
        ResultActions own = tell(suspension, Callers.staff(BRANCH_HEAD, "/hq/", "staff-ADMINISTRATOR"), reason);
        refused(own, 422, "four-eyes-conflict");
        own.andExpect(jsonPath("$.errors[0].code").value("prepared-it"));
        ResultActions deputy = tell(
                suspension,
                Callers.staff(BRANCH_HEAD, "/hq/", "head", Map.of("deputyFor", "staff-ADMINISTRATOR")),
                reason);
        refused(deputy, 422, "four-eyes-conflict");
        deputy.andExpect(jsonPath("$.errors[0].code").value("deputy-of-preparer"));
        tell(suspension, Callers.staff(BRANCH_HEAD, "/hq/", "head"), reason).andExpect(status().isOk());
    }

    @Test
    void placesOutsideTheImportersDataScopeAreRejected() throws Exception {
        Map<String, Object> row = row(1);
        tell(
                        "/api/v1/admin/merchants/imports",
                        Callers.staff("ADMINISTRATOR", "/hq/elsewhere/"),
                        Map.of("rows", List.of(row)))
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.rejected[0].code").value("outside-data-scope"))
                .andExpect(jsonPath("$.rejected[0].detail").value("该行的位置不属于您的数据范围。"));
    }

    @Test
    void aRepeatCreatesNothing() throws Exception {
        List<Map<String, Object>> rows = List.of(row(1), row(2), row(3));
        send(rows).andExpect(jsonPath("$.created").value(3));
        claimed(offerId(merchantId(rows.get(0))), "c");
        send(rows)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.unchanged").value(3));
        ask("/api/v1/offers/" + offerId(merchantId(rows.get(0))), Callers.consumer("c"))
                .andExpect(jsonPath("$.stockLeft").value(49));
    }

    @Test
    void theSameRowTwiceInABatchIsOneMerchant() throws Exception {
        Map<String, Object> row = row(1);
        send(List.of(row, row))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void aRowCutOffAnywhereIsCompletedByARepeat() throws Exception {
        for (List<String> lost : List.of(List.of("offers"), List.of("offers", "offer_stocks"))) {
            Map<String, Object> row = row(1);
            send(List.of(row));
            String offerId = offerId(merchantId(row));
            lost.forEach(collection -> template.getCollection(collection).deleteOne(new Document("_id", offerId)));
            send(List.of(row)).andExpect(jsonPath("$.created").value(1));
            claimed(offerId, "c");
        }
    }

    @Test
    void aBadRowIsNamedAndStopsNoOther() throws Exception {
        List<Map<String, Object>> rows =
                new ArrayList<>(List.of(row(1), row(2), row(3), row(4), row(5), row(6), row(7)));
        rows.get(1).put("category", "火箭");
        rows.get(2).put("point", Map.of("lat", 91, "lng", 120));
        rows.get(3).put("point", "here");
        rows.get(4).remove("name");
        ((Map<String, Object>) rows.get(5).get("offer")).put("percentOff", 0);
        rows.get(6).put("licenceNumber", "91350100M000100Y44");
        ResultActions answer = send(rows);
        answer.andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected[*].line").value(contains(2, 3, 4, 5, 6, 7)))
                .andExpect(jsonPath("$.rejected[2].code").value("malformed-row"))
                .andExpect(jsonPath("$.rejected[0].code").value("invalid-parameter"));
        assertThat(body(answer).path("rejected").get(4).path("detail").asString())
                .startsWith("该行有不正确的字段：")
                .contains("offer.percentOff");
    }

    @Test
    void aLicenceThatIsTakenIsRefusedForItsRowOnly() throws Exception {
        String licence = Licences.next();
        Map<String, Object> first = row(1);
        first.put("licenceNumber", licence);
        send(List.of(first)).andExpect(jsonPath("$.created").value(1));
        Map<String, Object> second = row(2);
        second.put("licenceNumber", licence);
        send(List.of(second, row(3)))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected[0].line").value(2))
                .andExpect(jsonPath("$.rejected[0].code").value("licence-already-registered"))
                .andExpect(jsonPath("$.rejected[0].detail").value("该统一社会信用代码已登记。"));
    }

    @Test
    void aMerchantWithoutAnOfferIsFineToo() throws Exception {
        Map<String, Object> row = row(1);
        row.remove("offer");
        send(List.of(row)).andExpect(jsonPath("$.created").value(1));
        send(List.of(row)).andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void aBatchHasOneToTwoHundredRows() throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            rows.add(row(i));
        }
        refused(send(rows), 400, "invalid-parameter");
        refused(send(List.of()), 400, "invalid-parameter");
        refused(tell("/api/v1/admin/merchants/imports", administrator(), "{}"), 400, "invalid-parameter");
        send(rows.subList(0, 200))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(200));
    }

    private ResultActions send(List<Map<String, Object>> rows) throws Exception {
        return tell("/api/v1/admin/merchants/imports", administrator(), Map.of("rows", rows));
    }

    private static RequestPostProcessor administrator() {
        return Callers.staff("ADMINISTRATOR", "/hq/");
    }

    private static String merchantId(Map<String, Object> row) {
        return Ids.derived("merchant-import", (String) row.get("externalId"));
    }

    private String offerId(String merchantId) throws Exception {
        return body(ask("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId)))
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private static Map<String, Object> row(int line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line", line);
        row.put("externalId", "poi-" + Ids.next());
        row.put("name", "进口面馆");
        row.put("category", "dining");
        row.put("address", "学士路25号");
        row.put("point", Map.of("lat", 30.25805, "lng", 120.160674, "crs", "WGS84"));
        Map<String, Object> offer = offer(50, 2);
        offer.remove("category");
        row.put("offer", offer);
        return row;
    }
}
