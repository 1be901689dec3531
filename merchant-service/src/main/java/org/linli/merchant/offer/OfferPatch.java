package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.category.KnownCategory;

/** What is to be different; whatever is absent or null stays as it is. To take a condition away, PUT the whole offer. */
record OfferPatch(
        @Nullable @Size(min = 1, max = OfferForm.MAX_TITLE) @Pattern(regexp = ".*\\S.*") String title,

        @Nullable OfferKind kind,
        @Nullable Integer percentOff,
        @Nullable Long thresholdFen,
        @Nullable Long offFen,
        @Nullable Long priceFen,
        @Nullable Long listPriceFen,
        @Nullable @KnownCategory String category,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable @Min(1) @Max(OfferForm.MAX_STOCK) Integer stock,
        @Nullable @Min(1) @Max(100) Integer perPersonLimit,
        @Nullable @Size(max = OfferForm.MAX_TEXT) String terms,
        @Nullable @Min(1) @Max(OfferForm.MAX_STOCK) Integer perDayLimit,
        @Nullable @Size(max = WeeklyHours.MOST_SPANS) List<OfferForm.@NotNull @Valid SpanForm> weeklyHours,
        @Nullable Boolean bankCardOnly,
        @Nullable @Size(max = Conditions.MOST_PICTURES) List<@NotNull @Pattern(regexp = OfferForm.ID) String> pictures,
        @Nullable @Pattern(regexp = OfferForm.ID) String segmentId,
        @Nullable Boolean giftable)
        implements StrictBody {
    static final OfferPatch NOTHING = new OfferPatch(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    OfferTerms applyTo(OfferTerms present) {
        return new OfferTerms(
                title == null ? present.title() : title.strip(),
                discount(present.discount()),
                category == null ? present.category() : Category.of(category),
                validFrom == null ? present.validFrom() : validFrom.truncatedTo(ChronoUnit.MILLIS),
                validUntil == null ? present.validUntil() : validUntil.truncatedTo(ChronoUnit.MILLIS),
                Objects.requireNonNullElse(stock, present.stock()),
                Objects.requireNonNullElse(perPersonLimit, present.perPersonLimit()),
                terms == null ? present.text() : terms,
                conditions(present.conditions()));
    }

    /** Another kind brings its own figures. */
    private Discount discount(Discount present) {
        if (kind != null && kind != present.kind()) {
            return new Discount(kind, percentOff, thresholdFen, offFen, priceFen, listPriceFen);
        }
        return new Discount(
                present.kind(),
                or(percentOff, present.percentOff()),
                or(thresholdFen, present.thresholdFen()),
                or(offFen, present.offFen()),
                or(priceFen, present.priceFen()),
                or(listPriceFen, present.listPriceFen()));
    }

    private Conditions conditions(Conditions present) {
        return new Conditions(
                or(perDayLimit, present.perDayLimit()),
                weeklyHours == null ? present.weeklyHours() : OfferForm.SpanForm.week(weeklyHours),
                Objects.requireNonNullElse(bankCardOnly, present.bankCardOnly()),
                pictures == null ? present.pictures() : pictures,
                or(segmentId, present.segmentId()),
                or(giftable, present.giftable()));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T present) {
        return Optional.ofNullable(given).orElse(present);
    }
}
