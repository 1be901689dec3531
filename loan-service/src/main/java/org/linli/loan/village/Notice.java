package org.linli.loan.village;

import java.time.LocalDate;

/**
 * A limit made public. Business dates of Shanghai.
 *
 * @param objectionsUntil the last day on which somebody may object: nothing is signed on it or before
 */
record Notice(LocalDate publishedOn, LocalDate objectionsUntil, String publishedBy) {
    static Notice of(LocalDate on, int days, String by) {
        return new Notice(on, on.plusDays(days), by);
    }

    boolean isOpenOn(LocalDate day) {
        return !day.isAfter(objectionsUntil);
    }
}
