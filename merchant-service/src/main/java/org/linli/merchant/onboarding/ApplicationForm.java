package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.category.KnownCategory;
import org.linli.starter.geo.LocatedPoint;

/** What an applicant sends. */
public record ApplicationForm(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @KnownCategory String category,
        @NotBlank @ValidLicenceNumber String licenceNumber,
        @NotBlank @Size(max = 40) String contactName,
        @NotBlank @Pattern(regexp = PHONE) String contactPhone,
        @NotBlank @Size(max = 200) String address,
        @NotNull @Valid LocatedPoint point,
        @Nullable @Size(max = 200) String openingHours,
        @Nullable @Size(max = 9) List<@NotBlank @Size(max = 500) String> photos) {

    static final String PHONE = "\\+?[0-9][0-9 -]{5,19}";

    Profile profile() {
        return profile(name, category, address, point, openingHours, photos);
    }

    Contact contact() {
        return new Contact(contactName.strip(), contactPhone.strip());
    }

    static Profile profile(
            String name,
            String category,
            String address,
            LocatedPoint point,
            @Nullable String openingHours,
            @Nullable List<String> photos) {
        return new Profile(
                name.strip(),
                Category.of(category),
                address.strip(),
                point.normalised(),
                openingHours,
                photos == null ? List.of() : List.copyOf(photos));
    }
}
