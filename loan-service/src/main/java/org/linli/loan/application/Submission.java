package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;

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

    static final String VISIT = "visit:";

    int productVersion() {
        return storedProductVersion == null ? FIRST_VERSION : storedProductVersion;
    }

    boolean isOf(String merchant) {
        return merchantId.equals(merchant);
    }

    /** The same under this version of the product. */
    Submission under(int version) {
        return new Submission(
                key,
                merchantId,
                merchantName,
                branchId,
                organisationPath,
                productCode,
                amountFen,
                termMonths,
                purpose,
                businessStartedOn,
                submittedBy,
                submittedAt,
                version);
    }

    /** The same without the applicant's words. */
    Submission withoutPurpose() {
        return new Submission(
                key,
                merchantId,
                merchantName,
                branchId,
                organisationPath,
                productCode,
                amountFen,
                termMonths,
                "",
                businessStartedOn,
                submittedBy,
                submittedAt,
                storedProductVersion);
    }

    /** Brought in by staff, not by the merchant: keys of merchants' own submissions have no colon. */
    boolean isByStaff() {
        return key.startsWith(IMPORTED) || key.startsWith(VISIT);
    }

    /** {@code /hq/B01/} gives {@code /hq/} and {@code /hq/B01/}. */
    List<String> scopes() {
        List<String> nodes = new ArrayList<>();
        for (int slash = organisationPath.indexOf('/', 1);
                slash > 0;
                slash = organisationPath.indexOf('/', slash + 1)) {
            nodes.add(organisationPath.substring(0, slash + 1));
        }
        return nodes;
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people(Set<String> investigators) {
        boolean byStaff = isByStaff();
        return new FourEyes.Case(
                byStaff ? Set.of() : Set.of(submittedBy),
                byStaff ? Set.of(submittedBy) : Set.of(),
                investigators,
                merchantId);
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
