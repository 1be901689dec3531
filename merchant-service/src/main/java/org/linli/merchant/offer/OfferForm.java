package org.linli.merchant.offer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.category.KnownCategory;

/** What a merchant sends; without a category the offer has its merchant's. */
public record OfferForm(
        @NotBlank @Size(max = 60) String title,
        @NotNull OfferKind kind,
        @Nullable Integer percentOff,
        @Nullable Long thresholdFen,
        @Nullable Long offFen,
        @Nullable Long priceFen,
        @Nullable Long listPriceFen,
        @Nullable @KnownCategory String category,
        @NotNull Instant validFrom,
        @NotNull Instant validUntil,
        @NotNull @Min(1) @Max(1_000_000) Integer stock,
        @NotNull @Min(1) @Max(100) Integer perPersonLimit,
        @Nullable @Size(max = 1000) String terms) {

    OfferTerms terms(Category fallback) {
        return new OfferTerms(
                title.strip(),
                new Discount(kind, percentOff, thresholdFen, offFen, priceFen, listPriceFen),
                category == null ? fallback : Category.of(category),
                validFrom.truncatedTo(ChronoUnit.MILLIS),
                validUntil.truncatedTo(ChronoUnit.MILLIS),
                stock,
                perPersonLimit,
                terms);
    }
}
