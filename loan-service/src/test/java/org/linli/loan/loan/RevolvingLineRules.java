package org.linli.loan.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.LendingService;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** 总额控制、周转使用、随用随贷: what is left and what is drawn are the limit, at every moment, whoever draws at once. */
class RevolvingLineRules extends LendingService {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate IN_TIME = TODAY.plusMonths(3);
    private static final long LIMIT = 1_000_000;

    @Autowired
    CreditLines lines;

    @Autowired
    MongoTemplate mongo;

    private final String line = Ids.next();

    @Test
    void a_draw_takes_its_amount_from_the_limit_and_a_repayment_gives_it_back() {
        open();
        assertThat(draw("d1", 400_000)).isInstanceOf(DrawReservation.Reserved.class);
        assertThat(available()).isEqualTo(600_000);
        assertThat(lines.restore(line, "d1", "r1", 150_000)).isTrue();
        assertThat(available()).isEqualTo(750_000);
        assertThat(draw("d2", 750_000)).isInstanceOf(DrawReservation.Reserved.class);
        assertThat(draw("d3", 1)).isEqualTo(new DrawReservation.LimitExceeded(0));
    }

    @Test
    void the_same_draw_and_the_same_repayment_count_once() {
        open();
        draw("d1", 400_000);
        assertThat(draw("d1", 400_000)).isInstanceOf(DrawReservation.Reserved.class);
        assertThat(lines.restore(line, "d1", "r1", 100_000)).isTrue();
        assertThat(lines.restore(line, "d1", "r1", 100_000)).isFalse();
        assertThat(available()).isEqualTo(700_000);
        lines.restore(line, "d1", "r2", 300_000);
        assertThat(lines.restore(line, "d1", "r2", 300_000))
                .as("after the draw is gone")
                .isFalse();
        assertThat(available()).isEqualTo(LIMIT);
        assertThat(mongo.findById(line, CreditLine.class).openDraws()).isZero();
    }

    @Test
    void more_than_is_outstanding_never_comes_back() {
        open();
        draw("d1", 400_000);
        assertThat(lines.restore(line, "d1", "r1", 400_001)).isFalse();
        assertThat(lines.restore(line, "other", "r1", 1)).isFalse();
        assertThat(available()).isEqualTo(600_000);
    }

    @Test
    void nothing_is_drawn_after_the_last_day_or_beyond_it() {
        open();
        LocalDate last = TODAY.plusMonths(12);
        assertThat(lines.reserve(line, "d1", 1_000, last, last)).isInstanceOf(DrawReservation.Reserved.class);
        assertThat(lines.reserve(line, "d2", 1_000, last, last.plusDays(1)))
                .isEqualTo(new DrawReservation.DueAfterExpiry(last));
        assertThat(lines.reserve(line, "d3", 1_000, last.plusDays(1), last.plusDays(1)))
                .isEqualTo(new DrawReservation.Expired(last));
        assertThat(lines.reserve("nowhere", "d1", 1, TODAY, IN_TIME)).isInstanceOf(DrawReservation.NoLine.class);
    }

    @Test
    void a_hundred_draws_at_once_take_exactly_what_the_limit_has() throws Exception {
        open();
        List<Callable<Boolean>> draws = IntStream.range(0, 100)
                .<Callable<Boolean>>mapToObj(i -> () -> draw("d" + i, 70_000) instanceof DrawReservation.Reserved)
                .toList();
        long given = atOnce(draws).stream().filter(won -> won).count();
        assertThat(given).as("none lost, none too many").isEqualTo(LIMIT / 70_000);
        assertThat(available()).isEqualTo(LIMIT - given * 70_000);
    }

    @Test
    void drawing_repeating_and_repaying_in_any_order_keeps_the_sum() throws Exception {
        open();
        List<Callable<Boolean>> acts = new ArrayList<>();
        Random random = new Random(20260310);
        for (int i = 0; i < 150; i++) {
            String draw = "d" + random.nextInt(40);
            long amount = 10_000L * (1 + random.nextInt(12));
            String reference = "r" + random.nextInt(30);
            acts.add(
                    random.nextInt(3) > 0
                            ? () -> draw(draw, amount) instanceof DrawReservation.Reserved
                            : () -> lines.restore(line, draw, reference, amount));
        }
        atOnce(acts);
        CreditLine after = mongo.findById(line, CreditLine.class);
        assertThat(after.availableFen()).isBetween(0L, LIMIT);
        assertThat(after.availableFen() + after.outstandingFen()).isEqualTo(LIMIT);
    }

    @Test
    void a_line_opened_twice_keeps_what_was_drawn() {
        open();
        draw("d1", 400_000);
        open();
        assertThat(available()).isEqualTo(600_000);
    }

    @Test
    void a_loan_opened_or_taken_back_twice_is_one() {
        Loan loan = Loan.disbursed(
                new NewLoan(
                        "L1",
                        new LoanOrigin("A1", null, "M1", "B01", "/hq/B01/", "MICRO"),
                        new AgreedTerms(LIMIT, 12, "9.6", RepaymentMethod.EQUAL_INSTALMENT, DayCount.D30_360),
                        LocalDate.of(2026, 1, 31),
                        "B1"),
                Instant.EPOCH);
        assertThat(loan.schedule()).hasSize(12);
        assertThat(loan.schedule().get(0).dueDate()).isEqualTo("2026-02-28");
        assertThat(loan.maturesOn()).isEqualTo("2027-01-31");
        assertThat(loan.takeBack(Instant.EPOCH)).isTrue();
        assertThat(loan.takeBack(Instant.EPOCH)).isFalse();
        assertThat(loan.outbox()).extracting(event -> event.type()).containsExactly("loan-disbursed", "loan-reversed");
    }

    private void open() {
        lines.open(
                new LoanOrigin(line, null, "M1", "B01", "/hq/B01/", "MICRO"),
                new AgreedTerms(LIMIT, 12, "9.6", RepaymentMethod.INTEREST_ONLY, DayCount.ACT_365),
                TODAY);
    }

    private DrawReservation draw(String id, long amountFen) {
        return lines.reserve(line, id, amountFen, TODAY, IN_TIME);
    }

    private long available() {
        return mongo.findById(line, CreditLine.class).availableFen();
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> one : pool.invokeAll(acts)) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
