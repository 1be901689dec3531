package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was applied for, by whom; never changes.
 *
 * @param merchantName as known on the day of the application
 * @param key recognises a repeated submission: the caller's idempotency key, an import's external id, or unique
 * @param storedProductVersion the version of the product that the case began with; missing in the first documents
 * @param submittedBy the subject of the person or import
 */
record Submission(
        String key,
        String merchantId,
        String merchantName,
        String branchId,
        String organisationPath,
        String productCode,
        long amountFen,
        int termMonths,
        String purpose,
        LocalDate businessStartedOn,
        String submittedBy,
        Instant submittedAt,
        @Nullable Integer storedProductVersion) {

    private static final int FIRST_VERSION = 1;

    static final String IMPORTED = "import:";

    int productVersion() {
        return storedProductVersion == null ? FIRST_VERSION : storedProductVersion;
    }

    /** Brought in by staff, not by the merchant: keys of merchants' own submissions have no colon. */
    boolean isImported() {
        return key.startsWith(IMPORTED);
    }

    /** Whether both ask for the same thing, whenever and by whomever they were handed in. */
    boolean asksTheSameAs(Submission other) {
        return merchantId.equals(other.merchantId)
                && branchId.equals(other.branchId)
                && organisationPath.equals(other.organisationPath)
                && productCode.equals(other.productCode)
                && amountFen == other.amountFen
                && termMonths == other.termMonths
                && purpose.equals(other.purpose)
                && businessStartedOn.equals(other.businessStartedOn);
    }

    /** The purpose is free text and may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "Submission[hidden]";
    }
}
