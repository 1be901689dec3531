package org.linli.merchant.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.merchant.stock.StockTotals;
import org.linli.merchant.stock.Stocks;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The schedule on a real store: on time, after any sleep, and once whoever tells it (rule M-2). */
class OfferScheduleTest extends HttpTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Offers offers;

    @Autowired
    Stocks stocks;

    @Autowired
    StockTotals totals;

    @Autowired
    StockChanges stockChanges;

    @Autowired
    MongoTemplate template;

    @Test
    void an_offer_begins_and_ends_by_itself() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = published(merchantId, draft(merchantId, inAnHour()));
        refused(claim(offerId, "c1", Ids.next()), 422, "offer-not-live");

        clock.skip(Duration.ofMinutes(61));
        claimed(offerId, "c1");
        await().atMost(SOON).until(() -> offers.find(offerId).orElseThrow().status() == OfferStatus.LIVE);

        clock.skip(Duration.ofMinutes(60));
        refused(claim(offerId, "c2", Ids.next()), 422, "offer-not-live");
        await().atMost(SOON).until(() -> offers.find(offerId).orElseThrow().status() == OfferStatus.ENDED);
    }

    @Test
    void what_happened_while_nobody_ran_is_told_once_by_any_number_of_replicas() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = published(merchantId, draft(merchantId, inAnHour()));
        assertThat(offers.find(offerId).orElseThrow().sequence()).isEqualTo(1);

        clock.skip(Duration.ofDays(3));
        Callable<Object> replica = () -> {
            new OfferSchedule(offers, stockChanges, clock).tick();
            return "done";
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(Collections.nCopies(8, replica))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Offer offer = offers.find(offerId).orElseThrow();
        assertThat(offer.status()).isEqualTo(OfferStatus.ENDED);
        // Scheduled, published, ended: one event each.
        assertThat(offer.sequence()).isEqualTo(3);
    }

    @Test
    void an_offer_stored_before_offers_knew_their_time_is_planned() throws Exception {
        String merchantId = approvedMerchant();
        String offerId = liveOffer(merchantId, 5, 1);
        template.updateFirst(byId(offerId), new Update().unset("due"), Offers.COLLECTION);

        new OfferSchedule(offers, stockChanges, clock).tick();

        assertThat(template.exists(
                        byId(offerId).addCriteria(Criteria.where("due.minute").exists(true)), "offers"))
                .isTrue();
        assertThat(offers.find(offerId).orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void a_stock_change_whose_maker_died_before_it_was_made_is_finished() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        offers.change(offerId, offer -> offer.wantStock(20, clock.instant()));

        clock.skip(Duration.ofSeconds(10));

        await().atMost(SOON)
                .until(() -> offers.find(offerId).orElseThrow().terms().stock() == 20);
        assertThat(stocks.find(offerId).orElseThrow().remaining()).isEqualTo(20);
    }

    @Test
    void a_stock_change_whose_maker_died_before_it_was_told_is_told() throws Exception {
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        offers.change(offerId, offer -> offer.wantStock(20, clock.instant()));
        totals.resize(offerId, 20, offers.find(offerId).orElseThrow().stockEdition());

        clock.skip(Duration.ofSeconds(10));

        await().atMost(SOON)
                .until(() -> offers.find(offerId).orElseThrow().terms().stock() == 20);
        assertThat(stocks.find(offerId).orElseThrow().remaining()).isEqualTo(20);
        ask("/api/v1/offers/" + offerId, Callers.consumer("c1"))
                .andExpect(jsonPath("$.stock").value(20));
    }

    private Map<String, Object> inAnHour() {
        Instant now = clock.instant();
        Map<String, Object> form = offer(5, 1);
        form.put("validFrom", now.plus(Duration.ofHours(1)).toString());
        form.put("validUntil", now.plus(Duration.ofHours(2)).toString());
        return form;
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
