package org.linli.sandbox.corebank;

import java.util.regex.Pattern;

/** A payment as it is asked for; money in fen. */
record PaymentOrder(
        String reference,
        String direction,
        String loanId,
        long amountFen,
        String accountName,
        String accountNumber,
        String bankName) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{8,30}");

    PaymentOrder {
        if (reference == null || !REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("reference (expected: 1..64 letters, digits and hyphens)");
        }
        if (!"DISBURSEMENT".equals(direction) && !"REVERSAL".equals(direction)) {
            throw new IllegalArgumentException("direction (expected: DISBURSEMENT or REVERSAL)");
        }
        if (loanId == null || loanId.isBlank()) {
            throw new IllegalArgumentException("loanId is missing");
        }
        if (amountFen <= 0) {
            throw new IllegalArgumentException("amountFen: " + amountFen + " (expected: > 0)");
        }
        if (accountNumber == null || !ACCOUNT.matcher(accountNumber).matches()) {
            throw new IllegalArgumentException("accountNumber (expected: 8..30 digits)");
        }
    }
}
