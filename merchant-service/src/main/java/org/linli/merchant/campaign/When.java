package org.linli.merchant.campaign;

/**
 * What must hold for a prize to come into question.
 *
 * @param n right answers at least, every n-th participation, or days in a row; 0 where the kind has no number
 */
public record When(Kind kind, int n) {
    public static final When ALWAYS = new When(Kind.ALWAYS, 0);

    /** The kinds of condition. */
    public enum Kind {
        ALWAYS(false),
        FIRST(false),
        EVERY_NTH(true),
        RIGHT_ANSWERS(true),
        DAYS_IN_A_ROW(true);

        private final boolean numbered;

        Kind(boolean numbered) {
            this.numbered = numbered;
        }

        boolean numbered() {
            return numbered;
        }
    }

    /**
     * Whether it holds.
     *
     * @param number the person's first, second ... participation
     * @param rightAnswers 0 without questions
     * @param daysInARow 1 when the day before was missed
     */
    public boolean holds(int number, int rightAnswers, int daysInARow) {
        return switch (kind) {
            case ALWAYS -> true;
            case FIRST -> number == 1;
            case EVERY_NTH -> number % n == 0;
            case RIGHT_ANSWERS -> rightAnswers >= n;
            case DAYS_IN_A_ROW -> daysInARow % n == 0;
        };
    }
}
