package org.linli.merchant;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who may call what, and in which order a request is judged: 401, 403, content type, body, key, existence. */
class AccessTest extends HttpTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/merchants",
        "GET, /api/v1/merchants/mine",
        "PUT, /api/v1/merchants/mine",
        "GET, /api/v1/admin/merchants",
        "GET, /api/v1/admin/merchants/m",
        "POST, /api/v1/admin/merchants/m/approval",
        "POST, /api/v1/admin/merchants/m/rejection",
        "POST, /api/v1/admin/merchants/m/suspension",
        "POST, /api/v1/admin/merchants/imports",
        "GET, /internal/v1/merchants/m",
        "POST, /api/v1/merchants/m/offers",
        "GET, /api/v1/merchants/m/offers",
        "POST, /api/v1/offers/o/publication",
        "POST, /api/v1/offers/o/pause",
        "POST, /api/v1/offers/o/end",
        "POST, /api/v1/offers/o/resumption",
        "POST, /api/v1/offers/o/copy",
        "GET, /api/v1/offers/o/preview",
        "PUT, /api/v1/offers/o",
        "PATCH, /api/v1/offers/o",
        "GET, /api/v1/admin/offers",
        "POST, /api/v1/admin/offers/o/approval",
        "POST, /api/v1/admin/offers/o/rejection",
        "POST, /api/v1/offers/o/claims",
        "GET, /api/v1/me/coupons",
        "GET, /api/v1/me/coupons/c",
        "POST, /api/v1/me/coupons/c/redemption-code",
        "POST, /api/v1/redemptions",
        "POST, /api/v1/redemptions/r/reversal",
        "GET, /no/such/path"
    })
    void withoutATokenNothingOfThisIsAnswered(String method, String path) throws Exception {
        refused(send(method, path, null), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/merchants, CONSUMER",
        "POST, /api/v1/merchants, CASHIER",
        "GET, /api/v1/merchants/mine, CASHIER",
        "GET, /api/v1/admin/merchants, OWNER",
        "GET, /api/v1/admin/merchants, RISK_MANAGER",
        "POST, /api/v1/admin/merchants/m/approval, ACCOUNT_MANAGER",
        "POST, /api/v1/admin/merchants/m/rejection, AUDITOR",
        "POST, /api/v1/admin/merchants/m/suspension, ADMINISTRATOR",
        "POST, /api/v1/admin/merchants/imports, BRANCH_HEAD",
        "GET, /internal/v1/merchants/m, ADMINISTRATOR",
        "POST, /api/v1/merchants/m/offers, CASHIER",
        "POST, /api/v1/offers/o/publication, CASHIER",
        "POST, /api/v1/admin/offers/o/approval, AUDITOR",
        "POST, /api/v1/offers/o/claims, OWNER",
        "POST, /api/v1/offers/o/claims, SERVICE",
        "GET, /api/v1/me/coupons, OWNER",
        "POST, /api/v1/me/coupons/c/redemption-code, CASHIER",
        "POST, /api/v1/redemptions, CONSUMER",
        "POST, /api/v1/redemptions, BRANCH_HEAD",
        "POST, /api/v1/redemptions/r/reversal, CASHIER",
        "GET, /no/such/path, ADMINISTRATOR"
    })
    void whoMayNotCallLearnsNothingElse(String method, String path, String role) throws Exception {
        refused(send(method, path, as(role)), 403, "forbidden");
    }

    @Test
    void aWrongContentTypeIsRefusedBeforeTheBodyIsRead() throws Exception {
        refused(
                raw("/api/v1/redemptions", as("CASHIER"), MediaType.TEXT_PLAIN, "{", null),
                415,
                "unsupported-media-type");
        refused(
                raw("/api/v1/offers/o/claims", as("CONSUMER"), MediaType.TEXT_PLAIN, "x", null),
                415,
                "unsupported-media-type");
    }

    @Test
    void theBodyIsJudgedBeforeTheKey() throws Exception {
        refused(
                raw("/api/v1/redemptions", as("CASHIER"), MediaType.APPLICATION_JSON, "{", null),
                400,
                "malformed-body");
        refused(
                raw("/api/v1/redemptions", as("CASHIER"), MediaType.APPLICATION_JSON, "{}", null),
                400,
                "invalid-parameter");
        refused(
                raw("/api/v1/offers/o/claims", as("CONSUMER"), MediaType.APPLICATION_JSON, "[]", null),
                400,
                "malformed-body");
    }

    @Test
    void theKeyIsJudgedBeforeExistence() throws Exception {
        refused(tell("/api/v1/offers/no-such/claims", as("CONSUMER"), null), 400, "idempotency-key-required");
        refused(tell("/api/v1/offers/no-such/claims", as("CONSUMER"), "\u6c49", null), 400, "idempotency-key-required");
        refused(tell("/api/v1/redemptions", as("CASHIER"), "{\"code\":\"1\"}"), 400, "idempotency-key-required");
        refused(
                tell("/api/v1/redemptions/r/reversal", as("OWNER"), "{\"reason\":\"r\"}"),
                400,
                "idempotency-key-required");
        refused(tell("/api/v1/offers/no-such/claims", as("CONSUMER"), "k", null), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"\uD800\"}", "\u0000", "{\"code\":{}}"})
    void aBrokenBodyIsNeverOurFault(String body) throws Exception {
        raw("/api/v1/redemptions", as("CASHIER"), MediaType.APPLICATION_JSON, body, "k")
                .andExpect(status().is4xxClientError());
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() throws Exception {
        refused(
                raw("/api/v1/redemptions", as("CASHIER"), MediaType.APPLICATION_JSON, "x".repeat(10_000_000), "k"),
                413,
                "payload-too-large");
    }

    @Test
    void categoriesAreForEverybody() throws Exception {
        send("GET", "/api/v1/categories", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(6))
                .andExpect(jsonPath("$.items[0].code").value("dining"))
                .andExpect(jsonPath("$.items[0].name").value("餐饮"))
                .andExpect(jsonPath("$.items[0].nameEn").value("Dining"));
    }

    @Test
    void refusalsSpeakTheCallersLanguage() throws Exception {
        var english = request(HttpMethod.POST, "/api/v1/redemptions")
                .with(as("CASHIER"))
                .header("Idempotency-Key", "k1")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\":\"1\"}");
        mvc.perform(english)
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.detail").value("There is no such code."));
        tell("/api/v1/redemptions", as("CASHIER"), "k1", "{\"code\":\"1\"}")
                .andExpect(jsonPath("$.detail").value("核销码不存在，请核对后重试。"));
    }

    private static RequestPostProcessor as(String role) {
        return switch (role) {
            case "CONSUMER" -> Callers.consumer("someone");
            case "CASHIER" -> Callers.cashier("m");
            case "OWNER" -> Callers.owner("m");
            case "SERVICE" -> Callers.service();
            default -> Callers.staff(role, "/hq/");
        };
    }

    private ResultActions send(String method, String path, RequestPostProcessor caller) throws Exception {
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(method), path);
        return mvc.perform(caller == null ? request : request.with(caller));
    }

    private ResultActions raw(String path, RequestPostProcessor caller, MediaType type, String body, String key)
            throws Exception {
        MockHttpServletRequestBuilder request =
                request(HttpMethod.POST, path).with(caller).contentType(type).content(body);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key));
    }
}
