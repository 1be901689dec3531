package org.linli.loan.application;

import java.util.List;

/** What an import did. */
record ImportReport(int created, int unchanged, List<Rejected> rejected) {

    /** @param line the row's number, from 1 */
    record Rejected(int line, String code, String detail) {}
}
