package org.linli.merchant.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.FieldProblem;

/**
 * By how much; money in fen. Only the figures of its own kind are there, and nothing payable is ever below zero.
 *
 * @param percentOff 20 = eight tenths of the price are paid
 * @param thresholdFen from which amount {@code offFen} is taken off
 * @param priceFen what is paid instead of {@code listPriceFen}
 */
record Discount(
        OfferKind kind,
        @Nullable Integer percentOff,
        @Nullable Long thresholdFen,
        @Nullable Long offFen,
        @Nullable Long priceFen,
        @Nullable Long listPriceFen) {
    static final long MAX_FEN = 100_000_000L;

    /** What is wrong with it, field by field; empty when it can be promised. */
    List<FieldProblem> problems() {
        List<FieldProblem> found = new ArrayList<>();
        switch (kind) {
            case PERCENT -> {
                need(found, "percentOff", percentOff != null && percentOff >= 1 && percentOff <= 99, "1 to 99");
                only(found, percentOff);
            }
            case CASH_OFF -> {
                need(found, "thresholdFen", within(thresholdFen, 1), "1 to " + MAX_FEN);
                need(found, "offFen", within(offFen, 1) && !above(offFen, thresholdFen), "1 to thresholdFen");
                only(found, thresholdFen, offFen);
            }
            case FIXED_PRICE -> {
                need(found, "listPriceFen", within(listPriceFen, 1), "1 to " + MAX_FEN);
                need(found, "priceFen", within(priceFen, 0) && above(listPriceFen, priceFen), "0 to listPriceFen - 1");
                only(found, priceFen, listPriceFen);
            }
            case GIFT -> only(found);
        }
        return found;
    }

    /** Applies it to a bill; the caller has made sure that it has no {@link #problems()}. */
    Price on(Bill bill) {
        return switch (kind) {
            case PERCENT -> new Price(bill, share(bill.fen(), Objects.requireNonNull(percentOff)));
            case CASH_OFF ->
                new Price(
                        bill, bill.fen() >= Objects.requireNonNull(thresholdFen) ? Objects.requireNonNull(offFen) : 0);
            case FIXED_PRICE -> new Price(bill, specialPriceReduction(bill.fen()));
            case GIFT -> new Price(bill, 0);
        };
    }

    /**
     * So many per cent of an amount. Rounding: DOWN to whole fen, which is half a fen in the shop's favour on average
     * and never promises more than the percentage says.
     */
    private static long share(long fen, int percent) {
        return Math.multiplyExact(fen, percent) / 100;
    }

    /** The dish is on the bill at its list price, the rest stays; a smaller bill is for the dish alone. No rounding. */
    private long specialPriceReduction(long bill) {
        long price = Objects.requireNonNull(priceFen);
        long listPrice = Objects.requireNonNull(listPriceFen);
        return bill >= listPrice ? listPrice - price : Math.max(0, bill - price);
    }

    /** A bill on which its effect shows: just what it asks for, or 100 yuan. */
    Bill exampleBill() {
        if (thresholdFen != null) {
            return new Bill(thresholdFen);
        }
        return new Bill(listPriceFen == null ? 10_000 : listPriceFen);
    }

    private static void need(List<FieldProblem> found, String field, boolean met, String expected) {
        if (!met) {
            found.add(new FieldProblem(field, "invalid", "(expected: " + expected + ")"));
        }
    }

    private void only(List<FieldProblem> found, @Nullable Number... ofThisKind) {
        long given = Stream.of(percentOff, thresholdFen, offFen, priceFen, listPriceFen)
                .filter(Objects::nonNull)
                .count();
        long own = Stream.of(ofThisKind).filter(Objects::nonNull).count();
        need(found, "kind", given == own, "no figures of another kind than " + kind);
    }

    private static boolean within(@Nullable Long fen, long least) {
        return fen != null && fen >= least && fen <= MAX_FEN;
    }

    private static boolean above(@Nullable Long more, @Nullable Long less) {
        return more != null && less != null && more > less;
    }
}
