package org.linli.loan.loan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What loans and lines tell of a merchant as a borrower. */
@Component
public class Borrowings {
    static final int MOST = 1_000;

    private final Loans loans;
    private final CreditLines lines;

    Borrowings(Loans loans, CreditLines lines) {
        this.loans = loans;
        this.lines = lines;
    }

    /**
     * A merchant's borrowing, those loans left out whose disbursement was taken back.
     *
     * @param firstOn when the first money was lent
     * @param repaid loans that came back in full; null when one is past its last day and nobody here knows
     * @param boundFen at most what is owed, or may be drawn, by case
     */
    public record Borrowing(
            @Nullable LocalDate firstOn, @Nullable Integer repaid, Map<String, Long> boundFen) {}

    /** Empty when there are more loans than are looked through. */
    public Optional<Borrowing> of(String merchantId, LocalDate today) {
        List<Loan> all = loans.ofMerchant(merchantId, null, MOST + 1);
        List<CreditLine> allLines = lines.ofMerchant(merchantId, null, MOST + 1);
        return all.size() > MOST || allLines.size() > MOST
                ? Optional.empty()
                : Optional.of(borrowing(standing(all), allLines, today));
    }

    private static List<Loan> standing(List<Loan> all) {
        return all.stream()
                .filter(loan -> loan.status() != Loan.Status.REVERSED)
                .toList();
    }

    static Borrowing borrowing(List<Loan> loans, List<CreditLine> lines, LocalDate today) {
        LocalDate first =
                loans.stream().map(Loan::disbursedOn).min(LocalDate::compareTo).orElse(null);
        Map<String, Long> bound = new HashMap<>();
        loans.stream()
                .filter(loan -> loan.origin().lineId() == null)
                .forEach(
                        loan -> bound.merge(loan.origin().caseId(), loan.terms().amountFen(), Math::addExact));
        lines.forEach(line -> bound.put(line.id(), boundBy(line, today)));
        return new Borrowing(first, repaid(loans, lines, today), Map.copyOf(bound));
    }

    /** What may still be drawn binds like what is drawn. */
    private static long boundBy(CreditLine line, LocalDate today) {
        return line.isExpired(today) ? line.outstandingFen() : line.terms().amountFen();
    }

    /**
     * Of a line's draws those came back that it does not hold any more; one that is only reserved makes the number
     * smaller, never larger. Of a loan of its own nobody here knows before it is serviced: until its last day it counts
     * as not repaid, after that nobody can tell.
     */
    private static @Nullable Integer repaid(List<Loan> loans, List<CreditLine> lines, LocalDate today) {
        boolean untold =
                loans.stream().anyMatch(loan -> loan.origin().lineId() == null && today.isAfter(loan.maturesOn()));
        return untold
                ? null
                : lines.stream().mapToInt(line -> repaid(line, loans)).sum();
    }

    private static int repaid(CreditLine line, List<Loan> loans) {
        long drawn = loans.stream()
                .filter(loan -> line.id().equals(loan.origin().lineId()))
                .count();
        return (int) Math.max(0, drawn - line.openDraws());
    }
}
