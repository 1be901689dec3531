package org.linli.loan.policy.kernel;

/**
 * What policies may ask about a case. Numbers are whole: fen, months, days, counts, points, millionths of a percent; a flag
 * is 0 or 1. Names are stored with decisions: they are added, never renamed or removed.
 */
public enum Fact {
    AMOUNT_FEN,
    TERM_MONTHS,
    TRADING_MONTHS,
    PRODUCT(Kind.CODE),
    /** The product's published limits of the yearly rate, in millionths of a percent. */
    PRODUCT_MIN_RATE,
    PRODUCT_MAX_RATE,

    /** From the credit report (rule L-7). */
    REPORT_AGE_DAYS,
    OVERDUE_MONTHS_IN_A_ROW,
    /** A second person accepted the applicant's explanation of those months. */
    ARREARS_EXPLAINED(Kind.FLAG),
    CURRENT_OVERDUE_FEN,
    WRITTEN_OFF(Kind.FLAG),
    EXECUTED(Kind.FLAG),
    OTHER_LENDERS,
    OTHER_DEBT_FEN,
    OTHER_MONTHLY_FEN,
    QUERIES_3_MONTHS,

    /** From the platform. */
    TURNOVER_12_MONTHS_FEN,

    /** From the investigation (rules L-4 to L-7). */
    UNDISCLOSED_LENDING(Kind.FLAG),
    /** What is left of a month's income before the new loan, by the statements of the visit. */
    MONTHLY_SURPLUS_FEN,
    SOFT_SCORE,
    CROSS_CHECKS_FAILED,
    CROSS_CHECKS_UNKNOWN,

    /** From the customer file. */
    CUSTOMER_MONTHS,
    LOANS_REPAID,
    GUARANTEED_FOR_OTHERS_FEN,

    /** What imported past cases tell; a customer file may tell it too. */
    EMPLOYEES,
    JOBS_CREATED,
    JOBS_RETAINED,
    NEW_BUSINESS(Kind.FLAG),
    PLACE_KIND(Kind.CODE),
    REVOLVING(Kind.FLAG),
    SHORT_PAPERS(Kind.FLAG),
    SECTOR(Kind.CODE),
    FRANCHISE(Kind.FLAG),
    GUARANTEED_PER_MILLE,
    LENDER_NEARBY(Kind.FLAG);

    /** How its text is read. */
    public enum Kind {
        NUMBER,
        FLAG,
        CODE
    }

    private final Kind kind;

    Fact() {
        this(Kind.NUMBER);
    }

    Fact(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
