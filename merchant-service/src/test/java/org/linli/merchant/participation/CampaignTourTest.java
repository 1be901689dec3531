package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import tools.jackson.core.type.TypeReference;

/** The README's lucky draw does what it says. */
class CampaignTourTest extends CampaignTest {
    private static final Pattern BODY = Pattern.compile("admin/campaigns -H .*? -d '(\\{.*?})'", Pattern.DOTALL);

    @Test
    void the_campaign_of_the_tour_is_planned_agreed_to_published_and_taken_part_in() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 10, 1);
        Matcher body = BODY.matcher(Files.readString(Path.of("README.md")));
        assertThat(body.find()).isTrue();
        Map<String, Object> form =
                json.readValue(body.group(1).replace("$OFFER", offerId), new TypeReference<Map<String, Object>>() {});
        form.put("from", clock.instant().minusSeconds(60).toString());
        form.put("until", clock.instant().plus(Duration.ofDays(15)).toString());

        String id = running(form);
        join(id, Ids.next(), null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1))
                .andExpect(jsonPath("$.draw").isNumber());
        ask(ADMIN + "/" + id + "/report", PUBLISHER)
                .andExpect(jsonPath("$.participants").value(1))
                .andExpect(jsonPath("$.prizes.length()").value(3));
    }
}
