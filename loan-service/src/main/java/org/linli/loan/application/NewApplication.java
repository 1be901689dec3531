package org.linli.loan.application;

import java.time.LocalDate;

/**
 * A merchant's request.
 *
 * @param key recognises a repetition; unique when the caller gave none
 * @param by the subject of the person
 */
record NewApplication(
        String key,
        String merchantId,
        String by,
        String productCode,
        long amountFen,
        int termMonths,
        String purpose,
        LocalDate businessStartedOn) {
    /** The purpose is free text and may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "NewApplication[hidden]";
    }
}
