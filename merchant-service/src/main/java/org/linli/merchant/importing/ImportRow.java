package org.linli.merchant.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.category.KnownCategory;
import org.linli.merchant.offer.OfferForm;
import org.linli.merchant.offer.OfferIntake;
import org.linli.merchant.onboarding.LicenceNumber;
import org.linli.merchant.onboarding.MerchantIntake;
import org.linli.merchant.onboarding.ValidLicenceNumber;
import org.linli.starter.Ids;
import org.linli.starter.geo.LocatedPoint;

/**
 * One place.
 *
 * @param line where the caller has it from; every answer about the row names it
 * @param externalId the caller's own id: the same id is the same merchant, for ever
 */
record ImportRow(
        @NotNull Integer line,
        @NotBlank @Size(max = 100) String externalId,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @KnownCategory String category,
        @NotBlank @Size(max = 200) String address,
        @NotNull @Valid LocatedPoint point,
        @Nullable @ValidLicenceNumber String licenceNumber,
        @Nullable @Size(max = 40) String contactName,
        @Nullable @Size(max = 20) String contactPhone,
        @Nullable @Size(max = 200) String openingHours,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 20) String> tags,
        @Nullable @Valid OfferForm offer) {

    private static final String FIRST_OFFER = "imported";

    String merchantId() {
        return Ids.derived("merchant-import", externalId);
    }

    MerchantIntake.Newcomer merchant() {
        return new MerchantIntake.Newcomer(
                merchantId(),
                name.strip(),
                Category.of(category),
                address.strip(),
                point.normalised(),
                openingHours,
                tags,
                blankToNull(contactName),
                blankToNull(contactPhone),
                licenceNumber == null
                        ? null
                        : LicenceNumber.parse(licenceNumber).orElse(null));
    }

    OfferIntake.Newcomer firstOffer(OfferForm form) {
        return new OfferIntake.Newcomer(merchantId(), FIRST_OFFER, Category.of(category), form);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
