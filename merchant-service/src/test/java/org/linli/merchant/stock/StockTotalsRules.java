package org.linli.merchant.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.merchant.HttpTest;
import org.linli.merchant.stock.StockTotals.Resizing;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** Raising and lowering a stock (rules M-2, M-3): never below what is claimed, each change once. */
class StockTotalsRules extends HttpTest {
    @Autowired
    Stocks stocks;

    @Autowired
    StockTotals totals;

    private final String offerId = Ids.next();

    @Test
    void what_is_left_moves_with_the_total() {
        stocks.open(offerId, "m1", 10);
        reserve(3);

        assertThat(totals.resize(offerId, 15, 1)).isInstanceOf(Resizing.Made.class);
        assertThat(stock().remaining()).isEqualTo(12);
        assertThat(totals.resize(offerId, 3, 2)).isInstanceOf(Resizing.Made.class);
        assertThat(stock().remaining()).isZero();
        assertThat(stock().total()).isEqualTo(3);
    }

    @Test
    void nobody_lowers_it_below_what_is_claimed() {
        stocks.open(offerId, "m1", 10);
        reserve(3);

        assertThat(totals.resize(offerId, 2, 1)).isEqualTo(new Resizing.BelowClaimed(3));
        assertThat(stock().total()).isEqualTo(10);
        assertThat(stock().remaining()).isEqualTo(7);
    }

    @Test
    void a_change_is_made_once_however_often_it_is_finished() {
        stocks.open(offerId, "m1", 10);
        totals.resize(offerId, 15, 1);
        reserve(1);

        assertThat(totals.resize(offerId, 15, 1)).isInstanceOf(Resizing.Made.class);
        assertThat(stock().remaining()).isEqualTo(14);
    }

    @Test
    void a_change_that_was_overtaken_does_nothing() {
        stocks.open(offerId, "m1", 10);
        totals.resize(offerId, 12, 2);

        assertThat(totals.resize(offerId, 15, 1)).isInstanceOf(Resizing.Overtaken.class);
        assertThat(stock().total()).isEqualTo(12);
    }

    @Test
    void what_was_refused_to_one_finisher_is_refused_to_the_next_although_there_is_room_by_then() {
        stocks.open(offerId, "m1", 10);
        List<Reservation> taken = reserve(3);
        assertThat(totals.resize(offerId, 2, 1)).isInstanceOf(Resizing.BelowClaimed.class);
        taken.forEach(one -> stocks.release(offerId, one.claimId(), one));

        assertThat(totals.resize(offerId, 2, 1)).isInstanceOf(Resizing.BelowClaimed.class);
        assertThat(stock().total()).isEqualTo(10);
        assertThat(totals.resize(offerId, 2, 2)).isInstanceOf(Resizing.Made.class);
    }

    @Test
    void a_stock_laid_in_before_its_draft_was_changed_is_brought_to_the_draft() {
        totals.layIn(offerId, "m1", 10, 0);
        totals.layIn(offerId, "m1", 20, 1);
        totals.layIn(offerId, "m1", 20, 1);
        assertThat(stock().total()).isEqualTo(20);
        assertThat(stock().remaining()).isEqualTo(20);
    }

    @Test
    void among_claims_at_the_same_moment_the_sum_still_holds() throws Exception {
        stocks.open(offerId, "m1", 200);
        Stream<Callable<Object>> claims = IntStream.range(0, 100).mapToObj(i -> () -> reserve(1));
        Stream<Callable<Object>> changes =
                IntStream.rangeClosed(1, 20).mapToObj(i -> () -> totals.resize(offerId, 120 + i, i));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(Stream.concat(changes, claims).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        OfferStock stock = stock();
        assertThat(stock.reservations()).hasSize(100);
        assertThat(stock.total()).isEqualTo(140);
        assertThat(stock.remaining()).isEqualTo(40);
    }

    private OfferStock stock() {
        return stocks.find(offerId).orElseThrow();
    }

    private List<Reservation> reserve(int coupons) {
        return IntStream.range(0, coupons)
                .mapToObj(i -> {
                    String couponId = Ids.next();
                    Reservation reservation = new Reservation(couponId, "c1", 1, "key", "body", Instant.EPOCH);
                    assertThat(stocks.reserve(offerId, Map.of(couponId, reservation), Stocks.ANY_NUMBER))
                            .hasSize(1);
                    return reservation;
                })
                .toList();
    }
}
