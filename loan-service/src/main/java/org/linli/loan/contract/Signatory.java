package org.linli.loan.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who must sign.
 *
 * @param partyId {@code borrower}, {@code guarantor-1}, ..., {@code bank}
 * @param signedAt null while not signed
 */
record Signatory(
        String partyId, String maskedName, @Nullable Instant signedAt) {
    static final String BORROWER = "borrower";
    static final String GUARANTOR = "guarantor-";
    static final String BANK = "bank";

    boolean hasSigned() {
        return signedAt != null;
    }

    /** What was signed stays signed, with its first time. */
    Signatory heard(@Nullable Instant at) {
        return hasSigned() || at == null ? this : new Signatory(partyId, maskedName, at);
    }
}
