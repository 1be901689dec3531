package org.linli.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;

class WholePathTest extends HttpTest {
    @Test
    void aDiscountTravelsFromTheMerchantsHandsToTheConsumersPocketAndBack() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 5, 1);

        ResultActions claimed = claim(offerId, "consumer-of-the-path", Ids.next());
        claimed.andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("CLAIMED"))
                .andExpect(jsonPath("$.offerId").value(offerId))
                .andExpect(jsonPath("$.validUntil").exists());
        String couponId = body(claimed).path("couponId").asString();

        ask("/api/v1/offers/" + offerId, Callers.consumer("anyone"))
                .andExpect(jsonPath("$.stockLeft").value(4))
                .andExpect(jsonPath("$.status").value("LIVE"))
                .andExpect(jsonPath("$.merchant.name").value("老街面馆"));

        String code = shownCode(couponId, "consumer-of-the-path");
        ResultActions redeemed = redeem(code, Callers.cashier(merchantId), Ids.next());
        redeemed.andExpect(status().isCreated())
                .andExpect(jsonPath("$.couponId").value(couponId))
                .andExpect(jsonPath("$.redemptionId").value(startsWith(couponId)))
                .andExpect(jsonPath("$.redeemedAt").exists())
                .andExpect(jsonPath("$.offerTitle").value("牛肉面八折"));

        ask("/api/v1/me/coupons", Callers.consumer("consumer-of-the-path"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].status").value("REDEEMED"));
        assertThat(code).matches("\\d{10}");
    }
}
