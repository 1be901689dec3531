package org.linli.merchant.insight;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;

/** Who may ask for turnover, and for how much of it (rule L-6). */
class TurnoverHttpTest extends HttpTest {
    private String merchantId;

    @BeforeEach
    void aMerchant() throws Exception {
        merchantId = approvedMerchant();
    }

    @Test
    void onlyTheLoanSideAsks() throws Exception {
        String path = path(merchantId, "2026-10", "2026-10");
        ask(path, Callers.service()).andExpect(jsonPath("$.months[0].state").value("UNKNOWN"));
        refused(ask(path, Callers.owner(merchantId)), 403, "forbidden");
        refused(ask(path, Callers.staff(BRANCH_HEAD, "/hq/")), 403, "forbidden");
        refused(ask(path, Callers.ofRole("service:wechat-adapter")), 403, "forbidden");
    }

    @Test
    void monthsHaveLimits() throws Exception {
        refused(ask(path(merchantId, "2026-10", "2026-09"), Callers.service()), 400, "invalid-parameter");
        refused(ask(path(merchantId, "2023-10", "2026-10"), Callers.service()), 400, "invalid-parameter");
        refused(ask(path(merchantId, "1999-12", "2000-01"), Callers.service()), 400, "invalid-parameter");
        refused(ask(path(merchantId, "2026-13", "2026-13"), Callers.service()), 400, "invalid-parameter");
        ask(path(merchantId, "2023-11", "2026-10"), Callers.service())
                .andExpect(jsonPath("$.months.length()").value(36));
    }

    @Test
    void anUnknownMerchantIsNotFound() throws Exception {
        refused(ask(path("none", "2026-10", "2026-10"), Callers.service()), 404, "not-found");
    }

    private static String path(String merchantId, String from, String to) {
        return "/internal/v1/merchants/" + merchantId + "/turnover?from=" + from + "&to=" + to;
    }
}
