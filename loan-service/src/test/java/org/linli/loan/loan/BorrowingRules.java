package org.linli.loan.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.loan.Borrowings.Borrowing;
import org.linli.starter.Ids;

/** Rules L-9, L-10: what loans tell of a borrower, and that the unknown stays unknown. */
class BorrowingRules {
    private static final LocalDate PAID = LocalDate.of(2026, 1, 15);
    private static final LocalDate BEFORE_ITS_END = LocalDate.of(2026, 6, 1);
    private static final LocalDate AFTER_ITS_END = LocalDate.of(2027, 1, 16);

    @Test
    void nobody_who_never_borrowed_repaid_anything() {
        Borrowing none = Borrowings.borrowing(List.of(), List.of(), BEFORE_ITS_END);
        assertThat(none.repaid()).isZero();
        assertThat(none.firstOn()).isNull();
        assertThat(none.boundFen()).isEmpty();
    }

    @Test
    void a_loan_binds_with_all_of_its_amount_as_long_as_nobody_knows_what_came_back() {
        Borrowing one = Borrowings.borrowing(List.of(loan("C1", null)), List.of(), BEFORE_ITS_END);
        assertThat(one.boundFen()).isEqualTo(Map.of("C1", 600_000L));
        assertThat(one.firstOn()).isEqualTo(PAID);
        assertThat(one.repaid()).isZero();
    }

    @Test
    void whether_a_loan_past_its_last_day_was_repaid_is_unknown_not_no_and_not_yes() {
        assertThat(Borrowings.borrowing(List.of(loan("C1", null)), List.of(), AFTER_ITS_END)
                        .repaid())
                .isNull();
    }

    @Test
    void a_draw_that_its_line_does_not_hold_any_more_came_back() {
        List<Loan> draws = List.of(loan("L1", "L1"), loan("L1", "L1"), loan("L1", "L1"));
        Borrowing some = Borrowings.borrowing(draws, List.of(line("L1", 1, 600_000)), BEFORE_ITS_END);
        assertThat(some.repaid()).isEqualTo(2);
        assertThat(some.boundFen()).as("the line, not its draws").isEqualTo(Map.of("L1", 1_000_000L));
    }

    @Test
    void a_line_that_ended_binds_with_what_is_out() {
        Borrowing ended = Borrowings.borrowing(List.of(), List.of(line("L1", 1, 600_000)), LocalDate.of(2030, 1, 1));
        assertThat(ended.boundFen()).isEqualTo(Map.of("L1", 600_000L));
    }

    private static Loan loan(String caseId, @Nullable String lineId) {
        return Loan.disbursed(
                new NewLoan(Ids.next(), origin(caseId, lineId), terms(600_000), PAID, "B1"), Instant.EPOCH);
    }

    private static CreditLine line(String id, int openDraws, long outstandingFen) {
        return new CreditLine(
                id,
                origin(id, null),
                terms(1_000_000),
                PAID,
                PAID.plusMonths(36),
                1_000_000 - outstandingFen,
                openDraws,
                Map.of("d1", new CreditLine.Draw(outstandingFen, null)));
    }

    private static LoanOrigin origin(String caseId, @Nullable String lineId) {
        return new LoanOrigin(caseId, lineId, "M1", "B01", "/hq/B01/", "MICRO");
    }

    private static AgreedTerms terms(long fen) {
        return new AgreedTerms(fen, 12, "9.6", RepaymentMethod.EQUAL_INSTALMENT, DayCount.D30_360);
    }
}
