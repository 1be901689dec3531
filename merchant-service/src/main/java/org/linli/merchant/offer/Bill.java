package org.linli.merchant.offer;

/** What a customer would pay without any offer: whole fen, never negative, never so much that arithmetic overflows. */
record Bill(long fen) {
    static final long MAX_FEN = 10_000_000_000L;

    Bill {
        if (fen < 0 || fen > MAX_FEN) {
            throw new IllegalArgumentException("billFen: " + fen + " (expected: 0 to " + MAX_FEN + ")");
        }
    }
}
