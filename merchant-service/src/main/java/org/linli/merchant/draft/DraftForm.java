package org.linli.merchant.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.KnownCategory;
import org.linli.merchant.onboarding.ApplicationForm;
import org.linli.starter.geo.LocatedPoint;

/** What is filled in so far; nothing has to be. Whether it is right is judged when it is handed in. */
record DraftForm(
        @Nullable @Size(max = 60) String name,
        @Nullable @KnownCategory String category,
        @Nullable @Size(max = 30) String licenceNumber,
        @Nullable @Size(max = 40) String contactName,
        @Nullable @Size(max = 30) String contactPhone,
        @Nullable @Size(max = 200) String address,
        @Nullable @Valid LocatedPoint point,
        @Nullable @Size(max = 200) String openingHours) {
    static final DraftForm EMPTY = new DraftForm(null, null, null, null, null, null, null, null);

    /** To be validated before anything is read from it: what is missing here is missing there. */
    @SuppressWarnings("NullAway")
    ApplicationForm application() {
        return new ApplicationForm(
                name, category, licenceNumber, contactName, contactPhone, address, point, openingHours, null);
    }

    @Override
    public String toString() {
        return "DraftForm[hidden]";
    }
}
