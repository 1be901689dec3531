package org.linli.merchant.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;

/** Rule M-3: a redemption is taken back once, within a day of 24 hours, by the owner, with a reason. */
class ReversalHttpTest extends HttpTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private String merchantId;
    private String couponId;

    @BeforeEach
    void aClaimedCoupon() throws Exception {
        merchantId = approvedMerchant();
        couponId = claimed(liveOffer(merchantId, 5, 1), "c1");
    }

    @Test
    void itsDayIsTwentyFourHoursAndDoesNotEndAtMidnight() throws Exception {
        skipTo(LocalTime.of(23, 59));
        String redemptionId = redeemed();
        clock.skip(Duration.ofMinutes(2));
        reverse(redemptionId, Ids.next()).andExpect(status().isOk());
    }

    @Test
    void atTheSameTimeTomorrowItIsJustPossibleAndAMomentLaterNoMore() throws Exception {
        skipTo(LocalTime.MIDNIGHT);
        String redemptionId = redeemed();
        clock.skip(Duration.ofHours(24).plusSeconds(30));
        refused(reverse(redemptionId, Ids.next()), 422, "reversal-window-closed");
        clock.skip(Duration.ofMinutes(-1));
        reverse(redemptionId, Ids.next()).andExpect(status().isOk());
    }

    @Test
    void tenOwnersAtOnceTakeItBackOnce() throws Exception {
        String redemptionId = redeemed();
        List<Integer> statuses = atOnce(10, i -> reverse(redemptionId, "key-" + i + redemptionId));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
    }

    @Test
    void onlyTheOwnerAndOnlyWithAReason() throws Exception {
        String path = "/api/v1/redemptions/" + redeemed() + "/reversal";
        Map<String, String> reason = Map.of("reason", "误操作");
        refused(tell(path, Callers.cashier(merchantId), Ids.next(), reason), 403, "forbidden");
        refused(tell(path, Callers.owner(merchantId), Ids.next(), Map.of("reason", " ")), 400, "invalid-parameter");
        refused(tell(path, Callers.owner(merchantId), Ids.next(), Map.of()), 400, "invalid-parameter");
    }

    private interface Request {
        ResultActions send(int number) throws Exception;
    }

    private static List<Integer> atOnce(int times, Request request) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Integer>> all = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> request.send(i).andReturn().getResponse().getStatus())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : hands.invokeAll(all)) {
                statuses.add(done.get());
            }
            return statuses;
        } finally {
            hands.shutdownNow();
        }
    }

    /** Tomorrow at this time in Shanghai. */
    private void skipTo(LocalTime time) {
        Instant now = clock.instant();
        LocalDate tomorrow = now.atZone(SHANGHAI).toLocalDate().plusDays(1);
        clock.skip(Duration.between(now, tomorrow.atTime(time).atZone(SHANGHAI)));
    }

    private String redeemed() throws Exception {
        return body(redeem(shownCode(couponId, "c1"), Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
    }

    private ResultActions reverse(String redemptionId, String key) throws Exception {
        return tell(
                "/api/v1/redemptions/" + redemptionId + "/reversal",
                Callers.owner(merchantId),
                key,
                Map.of("reason", "误操作"));
    }
}
