package org.linli.loan.customerfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A paper that was seen.
 *
 * @param number sealed
 * @param maskedNumber its last four characters
 * @param validUntil the last day; null for one without an end
 */
record Paper(
        @Id String id,
        Kind kind,
        String number,
        String maskedNumber,
        @Nullable LocalDate validUntil) {
    private static final int SHOWN = 4;

    enum Kind {
        BUSINESS_LICENCE,
        IDENTITY_CARD,
        HOUSEHOLD_REGISTER,
        MARRIAGE_CERTIFICATE,
        LAND_CONTRACT,
        PROPERTY_CERTIFICATE,
        VEHICLE_REGISTRATION,
        OTHER
    }

    static String mask(String number) {
        int hidden = Math.max(number.length() - SHOWN, (number.length() + 1) / 2);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    boolean isExpired(LocalDate today) {
        return validUntil != null && today.isAfter(validUntil);
    }

    @Override
    public String toString() {
        return "Paper[" + kind + "]";
    }
}
