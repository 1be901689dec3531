package org.linli.loan.investigation.statement;

/** Limits of every amount in a statement, in fen: a hundred billion yuan either way, so that no sum runs over. */
public final class Amounts {
    public static final long MOST = 10_000_000_000_000L;
    public static final long LEAST = -MOST;

    private Amounts() {}
}
