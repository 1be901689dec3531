package org.linli.loan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * One row of an import, as received: anything may be missing.
 *
 * @param externalId the row's identity in the system it comes from; the same one is never imported twice
 * @param submittedAt when the application was made; absent means now
 */
record ImportRow(
        @Nullable String externalId,
        @Nullable String merchantId,
        @Nullable String merchantName,
        @Nullable String branchId,
        @Nullable String organisationPath,
        @Nullable String productCode,
        @Nullable Long amountFen,
        @Nullable Integer termMonths,
        @Nullable String purpose,
        @Nullable LocalDate businessStartedOn,
        @Nullable Instant submittedAt) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-]{1,40}){1,10}/");
    private static final int MAX_TEXT = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The application that the row stands for; empty when a field is missing or malformed. */
    Optional<Submission> submission(String by, Instant now) {
        if (!matches(ID, externalId)
                || !matches(ID, merchantId)
                || !matches(ID, branchId)
                || !matches(PATH, organisationPath)
                || !isText(purpose)
                || productCode == null
                || amountFen == null
                || termMonths == null
                || businessStartedOn == null) {
            return Optional.empty();
        }
        Instant at = submittedAt == null ? now : submittedAt;
        if (at.isAfter(now)
                || businessStartedOn.isBefore(EARLIEST)
                || businessStartedOn.isAfter(StagePromises.businessDate(at))) {
            return Optional.empty();
        }
        String name = isText(merchantName) ? merchantName : merchantId;
        return Optional.of(new Submission(
                Submission.IMPORTED + externalId,
                merchantId,
                name,
                branchId,
                organisationPath,
                productCode,
                amountFen,
                termMonths,
                purpose,
                businessStartedOn,
                by,
                at,
                null));
    }

    @Contract("_, null -> false")
    private static boolean matches(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches();
    }

    @Contract("null -> false")
    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_TEXT;
    }

    /** The purpose is free text and may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "ImportRow[hidden]";
    }
}
