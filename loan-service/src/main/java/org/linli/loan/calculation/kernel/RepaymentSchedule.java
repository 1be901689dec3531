package org.linli.loan.calculation.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * When how much is due (rule L-20). The principal of all instalments adds up to the amount lent, to the fen: the last
 * one takes whatever the roundings left.
 */
public record RepaymentSchedule(List<Instalment> instalments) {
    public RepaymentSchedule {
        instalments = List.copyOf(instalments);
    }

    public static RepaymentSchedule of(LoanTerms terms) {
        return new RepaymentSchedule(
                switch (terms.method()) {
                    case EQUAL_INSTALMENT -> equalInstalments(terms);
                    case EQUAL_PRINCIPAL -> equalPrincipal(terms);
                    case INTEREST_ONLY -> monthly(terms, (balance, interest) -> 0);
                    case BULLET -> List.of(atTheEnd(terms));
                });
    }

    public long totalInterestFen() {
        return instalments.stream().mapToLong(Instalment::interestFen).sum();
    }

    public long totalFen() {
        return instalments.stream().mapToLong(Instalment::totalFen).sum();
    }

    private static List<Instalment> equalInstalments(LoanTerms terms) {
        long level = LevelPayment.fen(terms.principalFen(), terms.annualRatePercent(), terms.instalments());
        return monthly(terms, (balance, interest) -> level - interest);
    }

    private static List<Instalment> equalPrincipal(LoanTerms terms) {
        long share = LevelPayment.roundHalfUp(
                BigInteger.valueOf(terms.principalFen()), BigInteger.valueOf(terms.instalments()));
        return monthly(terms, (balance, interest) -> share);
    }

    private static List<Instalment> monthly(LoanTerms terms, PrincipalShare share) {
        List<Instalment> lines = new ArrayList<>(terms.instalments());
        long balance = terms.principalFen();
        for (int number = 1; number <= terms.instalments(); number++) {
            long interest = terms.interestFen(balance, number - 1, number);
            boolean last = number == terms.instalments();
            long principal = last ? balance : within(share.of(balance, interest), balance);
            balance -= principal;
            lines.add(new Instalment(number, terms.dueDate(number), principal, interest, balance));
        }
        return lines;
    }

    /**
     * Tiny loans round up to more than is owed, and at high rates a long month's real days cost more interest than the
     * level payment covers: nobody pays back more than the balance, and unpaid interest never becomes principal.
     */
    private static long within(long wanted, long balance) {
        return Math.max(0, Math.min(wanted, balance));
    }

    private static Instalment atTheEnd(LoanTerms terms) {
        int months = terms.instalments();
        long interest = terms.interestFen(terms.principalFen(), 0, months);
        return new Instalment(1, terms.dueDate(months), terms.principalFen(), interest, 0);
    }

    /** The principal that one instalment should carry, before the limits of {@link #within}. */
    @FunctionalInterface
    private interface PrincipalShare {
        long of(long balanceFen, long interestFen);
    }
}
