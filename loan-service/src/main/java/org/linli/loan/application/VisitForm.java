package org.linli.loan.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is filled in so far on a visit; nothing has to be. */
record VisitForm(
        @Nullable @Size(max = 64) String merchantId,
        @Nullable @Size(max = 40) String productCode,
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long amountFen,
        @Nullable @Min(1) @Max(600) Integer termMonths,
        @Nullable @Size(max = 200) String purpose,
        @Nullable LocalDate businessStartedOn) {

    /** The fields that an application needs and that are not there. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        need(missing, "merchantId", merchantId == null || merchantId.isBlank());
        need(missing, "productCode", productCode == null || productCode.isBlank());
        need(missing, "amountFen", amountFen == null);
        need(missing, "termMonths", termMonths == null);
        need(missing, "purpose", purpose == null || purpose.isBlank());
        need(missing, "businessStartedOn", businessStartedOn == null);
        return missing;
    }

    private static void need(List<String> missing, String field, boolean absent) {
        if (absent) {
            missing.add(field);
        }
    }

    /** Only when nothing is {@link #missing()}. */
    @SuppressWarnings("NullAway")
    NewApplication application(String key, String staff) {
        return new NewApplication(
                key, merchantId, staff, productCode, amountFen, termMonths, purpose.strip(), businessStartedOn);
    }

    /** The purpose is free text and may name people: it stays out of logs. */
    @Override
    public String toString() {
        return "VisitForm[hidden]";
    }
}
