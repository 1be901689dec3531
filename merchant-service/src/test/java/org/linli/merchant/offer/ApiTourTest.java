package org.linli.merchant.offer;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import tools.jackson.core.type.TypeReference;

/** The README's tour does what it says. */
class ApiTourTest extends HttpTest {
    private static final Pattern BODY = Pattern.compile("merchants/\\$M/offers .*? -d '(\\{.*?})'", Pattern.DOTALL);

    @Test
    void the_offer_of_the_tour_is_posted_previewed_corrected_and_published() throws Exception {
        String merchantId = approvedMerchant();
        var owner = Callers.owner(merchantId);
        Matcher body = BODY.matcher(Files.readString(Path.of("README.md")));
        Map<String, Object> form =
                body.find() ? json.readValue(body.group(1), new TypeReference<Map<String, Object>>() {}) : Map.of();
        form.put("validFrom", clock.instant().toString());
        form.put("validUntil", clock.instant().plus(Duration.ofDays(31)).toString());

        String id = draft(merchantId, form);
        ask("/api/v1/offers/" + id + "/preview?billFen=12800", owner)
                .andExpect(jsonPath("$.benefit").value("满100元减20元"))
                .andExpect(jsonPath("$.price.billFen").value(12800))
                .andExpect(jsonPath("$.price.reductionFen").value(2000))
                .andExpect(jsonPath("$.price.payableFen").value(10800))
                .andExpect(jsonPath("$.obstacles").isEmpty());
        tell("/api/v1/offers/" + id + "/publication", owner, null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("LIVE"));
    }
}
