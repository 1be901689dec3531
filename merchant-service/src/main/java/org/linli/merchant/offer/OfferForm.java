package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.category.KnownCategory;

/** What a merchant sends; without a category the offer has its merchant's. A field that is not here is refused. */
public record OfferForm(
        @NotBlank @Size(max = MAX_TITLE) String title,
        @NotNull OfferKind kind,
        @Nullable Integer percentOff,
        @Nullable Long thresholdFen,
        @Nullable Long offFen,
        @Nullable Long priceFen,
        @Nullable Long listPriceFen,
        @Nullable @KnownCategory String category,
        @NotNull Instant validFrom,
        @NotNull Instant validUntil,
        @NotNull @Min(1) @Max(MAX_STOCK) Integer stock,
        @NotNull @Min(1) @Max(100) Integer perPersonLimit,
        @Nullable @Size(max = MAX_TEXT) String terms,
        @Nullable @Min(1) @Max(MAX_STOCK) Integer perDayLimit,
        @Nullable @Size(max = WeeklyHours.MOST_SPANS) List<@NotNull @Valid SpanForm> weeklyHours,
        @Nullable Boolean bankCardOnly,
        @Nullable @Size(max = Conditions.MOST_PICTURES) List<@NotNull @Pattern(regexp = ID) String> pictures,
        @Nullable @Pattern(regexp = ID) String segmentId,
        @Nullable Boolean giftable)
        implements StrictBody {
    static final int MAX_TITLE = 60;
    static final int MAX_TEXT = 1000;
    static final int MAX_STOCK = 1_000_000;
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** @param until exclusive; before {@code from} = on the next day */
    public record SpanForm(
            @NotNull DayOfWeek day,

            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
            String from,

            @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d|24:00")
            String until)
            implements StrictBody {

        static WeeklyHours week(@Nullable List<SpanForm> spans) {
            return spans == null
                    ? WeeklyHours.ALWAYS
                    : new WeeklyHours(spans.stream()
                            .map(span -> HoursSpan.of(span.day, span.from, span.until))
                            .toList());
        }
    }

    OfferTerms terms(Category fallback) {
        return new OfferTerms(
                title.strip(),
                new Discount(kind, percentOff, thresholdFen, offFen, priceFen, listPriceFen),
                category == null ? fallback : Category.of(category),
                validFrom.truncatedTo(ChronoUnit.MILLIS),
                validUntil.truncatedTo(ChronoUnit.MILLIS),
                stock,
                perPersonLimit,
                terms,
                new Conditions(
                        perDayLimit,
                        SpanForm.week(weeklyHours),
                        Boolean.TRUE.equals(bankCardOnly),
                        pictures == null ? List.of() : pictures,
                        segmentId,
                        giftable));
    }
}
