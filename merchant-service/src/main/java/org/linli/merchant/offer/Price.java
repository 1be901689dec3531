package org.linli.merchant.offer;

/**
 * A bill with an offer applied (rule M-2): what is taken off is between nothing and the whole bill, so what remains is
 * never below zero and never above the bill.
 */
record Price(Bill bill, long reductionFen) {
    Price {
        if (reductionFen < 0 || reductionFen > bill.fen()) {
            throw new IllegalArgumentException(
                    "reductionFen: " + reductionFen + " (expected: 0 to " + bill.fen() + ")");
        }
    }

    long payableFen() {
        return bill.fen() - reductionFen;
    }
}
