package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.KnownCategory;
import org.linli.starter.geo.LocatedPoint;

/** What an owner may change; the licence number is not among it. */
record ProfileForm(
        @NotBlank @Size(max = 60) String name,
        @NotBlank @KnownCategory String category,
        @NotBlank @Size(max = 40) String contactName,
        @NotBlank @Pattern(regexp = ApplicationForm.PHONE) String contactPhone,
        @NotBlank @Size(max = 200) String address,
        @NotNull @Valid LocatedPoint point,
        @Nullable @Size(max = 200) String openingHours,
        @Nullable @Size(max = 9) List<@NotBlank @Size(max = 500) String> photos,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 20) String> tags) {

    Profile profile() {
        return ApplicationForm.profile(name, category, address, point, openingHours, photos)
                .tagged(tags);
    }

    Contact contact() {
        return new Contact(contactName.strip(), contactPhone.strip());
    }
}
