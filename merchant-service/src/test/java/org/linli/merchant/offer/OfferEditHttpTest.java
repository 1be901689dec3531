package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.starter.Ids;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Changing, copying and previewing offers over HTTP (rule M-2). */
class OfferEditHttpTest extends DossierTest {
    private String photo(String merchantId) throws Exception {
        return sent("/api/v1/merchants/mine/photos", Callers.owner(merchantId));
    }

    private String segment() throws Exception {
        Map<String, Object> form = Map.of("name", "新客", "rule", Map.of("field", "customerBound", "is", false));
        return body(tell("/api/v1/admin/segments", Callers.staff("MARKETING_OPERATOR", "/hq/"), form))
                .path("id")
                .asString();
    }

    @Test
    void pictures_are_photos_of_the_own_shop() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        String another = photo(approvedMerchant());
        invalid(merchantId, id, Map.of("pictures", List.of(photo(merchantId), another)), "pictures[1]");
        invalid(merchantId, id, Map.of("pictures", List.of("none")), "pictures[0]");
    }

    @Test
    void a_draft_may_become_anything() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        Map<String, Object> other = offer(20, 2);
        other.put("kind", "CASH_OFF");
        other.remove("percentOff");
        other.put("thresholdFen", 10_000);
        other.put("offFen", 2_000);
        other.put("bankCardOnly", true);
        put(merchantId, id, other)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("CASH_OFF"))
                .andExpect(jsonPath("$.percentOff").doesNotExist())
                .andExpect(jsonPath("$.bankCardOnly").value(true));
        published(merchantId, id);
        mvc.perform(get("/api/v1/offers/" + id))
                .andExpect(jsonPath("$.stockLeft").value(20));
    }

    @Test
    void a_patch_changes_what_it_names_and_another_kind_brings_its_own_figures() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        String door = photo(merchantId);
        String dish = photo(merchantId);
        String segment = segment();
        patch(merchantId, id, Map.of("perDayLimit", 3, "pictures", List.of(door, dish), "segmentId", segment))
                .andExpect(jsonPath("$.title").value("牛肉面八折"))
                .andExpect(jsonPath("$.perDayLimit").value(3))
                .andExpect(jsonPath("$.pictures").value(contains(door, dish)))
                .andExpect(jsonPath("$.segmentId").value(segment));
        patch(merchantId, id, Map.of("kind", "FIXED_PRICE", "priceFen", 900, "listPriceFen", 1800))
                .andExpect(jsonPath("$.percentOff").doesNotExist())
                .andExpect(jsonPath("$.perDayLimit").value(3));
    }

    @Test
    void of_a_live_offer_text_pictures_stock_and_a_later_end_may_change() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        String later = Instant.now()
                .plus(60, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        patch(
                        merchantId,
                        id,
                        Map.of(
                                "terms",
                                "外带也可用",
                                "pictures",
                                List.of(photo(merchantId)),
                                "stock",
                                15,
                                "validUntil",
                                later))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("LIVE"))
                .andExpect(jsonPath("$.terms").value("外带也可用"))
                .andExpect(jsonPath("$.stock").value(15))
                .andExpect(jsonPath("$.validUntil").value(later));
        mvc.perform(get("/api/v1/offers/" + id))
                .andExpect(jsonPath("$.stockLeft").value(15));
    }

    @Test
    void the_promise_of_a_live_offer_is_kept_and_each_refusal_has_a_name() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        locked(merchantId, id, Map.of("perPersonLimit", 2), "offer-limit-fixed", "perPersonLimit");
        locked(merchantId, id, Map.of("perDayLimit", 2), "offer-limit-fixed", "perDayLimit");
        locked(merchantId, id, Map.of("percentOff", 10), "offer-amounts-fixed", "amounts");
        locked(merchantId, id, Map.of("kind", "GIFT"), "offer-kind-fixed", "kind");
        locked(merchantId, id, Map.of("title", "七折"), "offer-title-fixed", "title");
        locked(merchantId, id, Map.of("category", "购物"), "offer-category-fixed", "category");
        locked(merchantId, id, Map.of("bankCardOnly", true), "offer-payment-fixed", "bankCardOnly");
        locked(merchantId, id, Map.of("segmentId", segment()), "offer-audience-fixed", "segmentId");
        locked(merchantId, id, Map.of("validFrom", Instant.now().toString()), "offer-start-fixed", "validFrom");
        locked(
                merchantId,
                id,
                Map.of("weeklyHours", List.of(Map.of("day", "MONDAY", "from", "11:00", "until", "14:00"))),
                "offer-hours-fixed",
                "weeklyHours");
        locked(
                merchantId,
                id,
                Map.of("validUntil", Instant.now().plus(5, ChronoUnit.DAYS).toString()),
                "offer-end-not-earlier",
                "validUntil");
        patch(merchantId, id, Map.of("perPersonLimit", 2, "percentOff", 10))
                .andExpect(jsonPath("$.errors[*].code")
                        .value(containsInAnyOrder("offer-limit-fixed", "offer-amounts-fixed")))
                .andExpect(jsonPath("$.errors[0].rule").value("M-2"));
    }

    @Test
    void the_stock_of_a_live_offer_goes_up_and_down_but_not_below_what_is_claimed() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 2, 1);
        claimed(id, "c1");
        claimed(id, "c2");
        refused(claim(id, "c3", Ids.next()), 422, "offer-sold-out");
        refused(patch(merchantId, id, Map.of("stock", 1)), 422, "stock-below-claimed");

        patch(merchantId, id, Map.of("stock", 3)).andExpect(jsonPath("$.stock").value(3));
        claimed(id, "c3");
        refused(claim(id, "c4", Ids.next()), 422, "offer-sold-out");
        patch(merchantId, id, Map.of("stock", 10)).andExpect(status().isOk());
        patch(merchantId, id, Map.of("stock", 3)).andExpect(status().isOk());
        refused(claim(id, "c4", Ids.next()), 422, "offer-sold-out");
    }

    @Test
    void a_change_made_from_what_is_no_more_is_refused_when_it_says_so() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        String seen = ask("/api/v1/offers/" + id + "/preview", Callers.owner(merchantId))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        String next = patchFrom(seen, merchantId, id, Map.of("stock", 11))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        assertThat(next).isNotEqualTo(seen);
        refused(patchFrom(seen, merchantId, id, Map.of("stock", 12)), 412, "stale-version");
        published(merchantId, id);
        refused(patchFrom(next, merchantId, id, Map.of("stock", 12)), 412, "stale-version");
        refused(patchFrom("\"nonsense\"", merchantId, id, Map.of("stock", 12)), 412, "stale-version");
        patchFrom("*", merchantId, id, Map.of("stock", 12, "terms", "外带也可用")).andExpect(status().isOk());
    }

    @Test
    void a_suspended_merchants_live_offer_is_not_changed_or_resumed() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        act(merchantId, id, "pause");
        tell(
                        "/api/v1/admin/merchants/" + merchantId + "/suspension",
                        Callers.staff(BRANCH_HEAD, "/hq/"),
                        Map.of("reason", "投诉"))
                .andExpect(status().isOk());
        refused(patch(merchantId, id, Map.of("stock", 20)), 422, "merchant-not-approved");
        refused(act(merchantId, id, "resumption"), 422, "merchant-not-approved");
    }

    @Test
    void an_ended_offer_is_not_changed_also_when_only_the_clock_says_so() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        clock.skip(Duration.ofDays(31));
        refused(patch(merchantId, id, Map.of("terms", "晚了")), 409, "illegal-state");
    }

    @Test
    void anothers_offer_is_not_found() throws Exception {
        String id = liveOffer(approvedMerchant(), 10, 1);
        refused(patch("another", id, Map.of("stock", 20)), 404, "not-found");
        refused(put("another", id, offer(1, 1)), 404, "not-found");
        refused(act("another", id, "copy"), 404, "not-found");
        refused(act("another", id, "resumption"), 404, "not-found");
        refused(ask("/api/v1/offers/" + id + "/preview", Callers.owner("another")), 404, "not-found");
    }

    @Test
    void cashiers_and_consumers_change_nothing() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        refused(send(HttpMethod.PATCH, merchantId, id, Map.of("stock", 1), false), 403, "forbidden");
        refused(send(HttpMethod.PUT, merchantId, id, offer(1, 1), false), 403, "forbidden");
        refused(ask("/api/v1/offers/" + id + "/preview", Callers.consumer("c1")), 403, "forbidden");
        refused(tell("/api/v1/offers/" + id + "/copy", Callers.cashier(merchantId), null), 403, "forbidden");
        refused(tell("/api/v1/offers/" + id + "/resumption", Callers.cashier(merchantId), null), 403, "forbidden");
    }

    @Test
    void bad_figures_are_named_and_never_clamped() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        invalid(merchantId, id, Map.of("percentOff", 0), "percentOff");
        invalid(merchantId, id, Map.of("percentOff", 100), "percentOff");
        invalid(merchantId, id, Map.of("percentOff", 101), "percentOff");
        invalid(merchantId, id, Map.of("kind", "CASH_OFF", "thresholdFen", 1_000, "offFen", 1_001), "offFen");
        invalid(merchantId, id, Map.of("kind", "CASH_OFF", "thresholdFen", -1, "offFen", -2), "thresholdFen");
        invalid(
                merchantId,
                id,
                Map.of("kind", "CASH_OFF", "thresholdFen", Long.MAX_VALUE, "offFen", 1),
                "thresholdFen");
        invalid(merchantId, id, Map.of("kind", "FIXED_PRICE", "priceFen", 2, "listPriceFen", 2), "priceFen");
        invalid(merchantId, id, Map.of("validUntil", "2020-01-01T00:00:00Z"), "validUntil");
        invalid(merchantId, id, Map.of("stock", 0), "stock");
        invalid(merchantId, id, Map.of("perDayLimit", 0), "perDayLimit");
        invalid(merchantId, id, Map.of("title", "  "), "title");
        invalid(merchantId, id, Map.of("segmentId", "../x"), "segmentId");
        invalid(merchantId, id, Map.of("pictures", List.of("p1", "p1")), "pictures");
        invalid(merchantId, id, Map.of("pictures", Collections.nCopies(10, "p1")), "pictures");
        invalid(merchantId, id, Map.of("pictures", List.of("p 1")), "pictures[0]");
        invalid(merchantId, id, hours("MONDAY", "11:00", "11:00"), "weeklyHours");
        invalid(merchantId, id, hours("MONDAY", "24:00", "25:00"), "weeklyHours[0].from");
        List<Map<String, String>> forever = IntStream.range(0, 43)
                .mapToObj(i -> Map.of("day", "MONDAY", "from", "11:00", "until", "12:00"))
                .toList();
        invalid(merchantId, id, Map.of("weeklyHours", forever), "weeklyHours");
    }

    @Test
    void an_unknown_field_and_a_number_beyond_all_measure_are_no_readable_body() throws Exception {
        String merchantId = approvedMerchant();
        String id = draft(merchantId, offer(10, 1));
        unreadable(patch(merchantId, id, Map.of("perDayLimitt", 3)), "perDayLimitt");
        Map<String, Object> form = offer(10, 1);
        form.put("limitPerDay", 3);
        unreadable(put(merchantId, id, form), "limitPerDay");
        unreadable(tell("/api/v1/merchants/" + merchantId + "/offers", Callers.owner(merchantId), form), "limitPerDay");
        Map<String, String> span = Map.of("day", "MONDAY", "from", "11:00", "until", "12:00", "to", "13:00");
        unreadable(patch(merchantId, id, Map.of("weeklyHours", List.of(span))), "weeklyHours.[0].to");
        unreadable(
                tell("/api/v1/offers/" + id + "/pause", Callers.owner(merchantId), Map.of("claimed", "X")), "claimed");
        unreadable(patch(merchantId, id, "{\"thresholdFen\": 99999999999999999999}"), "thresholdFen");
        unreadable(patch(merchantId, id, "{\"stock\": 1.5}"), "stock");
    }

    @Test
    void a_paused_offer_is_resumed_and_says_meanwhile_what_it_means_for_coupons() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        refused(act(merchantId, id, "resumption"), 409, "illegal-state");
        tell("/api/v1/offers/" + id + "/pause", Callers.owner(merchantId), Map.of("claimedCoupons", "SUSPENDED"))
                .andExpect(jsonPath("$.claimedCoupons").value("SUSPENDED"));
        mvc.perform(get("/api/v1/offers/" + id))
                .andExpect(jsonPath("$.claimedCoupons").value("SUSPENDED"));
        act(merchantId, id, "resumption")
                .andExpect(jsonPath("$.status").value("LIVE"))
                .andExpect(jsonPath("$.claimedCoupons").doesNotExist());
        act(merchantId, id, "pause").andExpect(jsonPath("$.claimedCoupons").value("HONOURED"));
    }

    @Test
    void a_copy_is_a_new_draft_that_says_the_same_but_for_what_is_asked() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        ResultActions copy = tell(
                "/api/v1/offers/" + id + "/copy", Callers.owner(merchantId), Ids.next(), Map.of("title", "牛肉面八折2"));
        copy.andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.title").value("牛肉面八折2"))
                .andExpect(jsonPath("$.percentOff").value(20));
        assertThat(body(copy).path("id").asString()).isNotEqualTo(id);
    }

    @Test
    void a_copy_of_what_is_over_begins_now_and_the_same_key_copies_once() throws Exception {
        String merchantId = approvedMerchant();
        String id = liveOffer(merchantId, 10, 1);
        clock.skip(Duration.ofDays(40));
        String key = Ids.next();
        String path = "/api/v1/offers/" + id + "/copy";
        ResultActions first = tell(path, Callers.owner(merchantId), key, null);
        String copyId = body(first).path("id").asString();
        assertThat(body(tell(path, Callers.owner(merchantId), key, null))
                        .path("id")
                        .asString())
                .isEqualTo(copyId);
        published(merchantId, copyId);
        claimed(copyId, "c1");
    }

    @Test
    void a_preview_shows_what_people_will_see_with_a_price_worked_out() throws Exception {
        String merchantId = approvedMerchant();
        Map<String, Object> form = offer(10, 1);
        form.put("bankCardOnly", true);
        String id = draft(merchantId, form);
        String path = "/api/v1/offers/" + id + "/preview";
        ask(path, Callers.owner(merchantId))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offer.status").value("DRAFT"))
                .andExpect(jsonPath("$.offer.stockLeft").value(10))
                .andExpect(jsonPath("$.offer.merchant.name").value("老街面馆"))
                .andExpect(jsonPath("$.benefit").value("8折，限本行卡支付"))
                .andExpect(jsonPath("$.price.billFen").value(10_000))
                .andExpect(jsonPath("$.price.payableFen").value(8_000))
                .andExpect(jsonPath("$.reviewRequired").value(false))
                .andExpect(jsonPath("$.obstacles").isEmpty());
        mvc.perform(get(path + "?billFen=99").with(Callers.owner(merchantId)).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.benefit").value("20% off, with the bank's card only"))
                .andExpect(jsonPath("$.price.reductionFen").value(19))
                .andExpect(jsonPath("$.price.payableFen").value(80));
        refused(ask(path + "?billFen=-1", Callers.owner(merchantId)), 400, "invalid-parameter");
        refused(ask(path + "?billFen=" + Long.MAX_VALUE, Callers.owner(merchantId)), 400, "invalid-parameter");
    }

    @Test
    void a_preview_names_what_stands_in_the_way() throws Exception {
        String merchantId = appliedMerchant();
        String id = draft(merchantId, offer(10, 1));
        clock.skip(Duration.ofDays(31));
        ask("/api/v1/offers/" + id + "/preview", Callers.owner(merchantId))
                .andExpect(jsonPath("$.obstacles").value(contains("merchant-not-approved", "offer-window-over")));
    }

    private void locked(String merchantId, String id, Map<String, ?> change, String code, String field)
            throws Exception {
        ResultActions answer = patch(merchantId, id, change);
        refused(answer, 422, code);
        answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
    }

    private void invalid(String merchantId, String id, Map<String, ?> change, String field) throws Exception {
        ResultActions answer = patch(merchantId, id, change);
        refused(answer, 400, "invalid-parameter");
        answer.andExpect(jsonPath("$.errors[*].field").value(hasItem(field)));
    }

    private static void unreadable(ResultActions answer, String field) throws Exception {
        refused(answer, 400, "malformed-body");
        answer.andExpect(jsonPath("$.errors[0].field").value(field));
    }

    private static Map<String, Object> hours(String day, String from, String until) {
        Map<String, Object> change = new HashMap<>();
        change.put("weeklyHours", List.of(Map.of("day", day, "from", from, "until", until)));
        return change;
    }

    private ResultActions act(String merchantId, String offerId, String verb) throws Exception {
        return tell("/api/v1/offers/" + offerId + "/" + verb, Callers.owner(merchantId), null);
    }

    private ResultActions patch(String merchantId, String id, Object body) throws Exception {
        return send(HttpMethod.PATCH, merchantId, id, body, true);
    }

    private ResultActions patchFrom(String tag, String merchantId, String id, Object body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.patch("/api/v1/offers/" + id)
                .with(Callers.owner(merchantId))
                .header("If-Match", tag)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private ResultActions put(String merchantId, String id, Object body) throws Exception {
        return send(HttpMethod.PUT, merchantId, id, body, true);
    }

    private ResultActions send(HttpMethod method, String merchantId, String id, Object body, boolean owner)
            throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, "/api/v1/offers/" + id)
                .with(owner ? Callers.owner(merchantId) : Callers.cashier(merchantId))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body instanceof String text ? text : json.writeValueAsString(body)));
    }
}
