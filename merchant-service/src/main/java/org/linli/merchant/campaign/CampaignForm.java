package org.linli.merchant.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.StrictBody;

/** What staff send; a field that is not here is refused. How the parts must fit together says {@link PlanCheck}. */
record CampaignForm(
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 2000) String text,
        @NotNull Entry entry,
        @NotNull Instant from,
        @NotNull Instant until,
        @Nullable @Min(1) @Max(100) Integer perDay,
        @Nullable @Min(1) @Max(Limits.MOST_IN_ALL) Integer inAll,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid PrizeForm> prizes,
        @Nullable @Size(max = 20) List<@NotNull @Valid QuestionForm> questions,
        @Nullable Boolean newcomersOnly,
        @Nullable @Pattern(regexp = ID) String segmentId,
        @Nullable @Pattern(regexp = ORGANISATION) String organisationId)
        implements StrictBody {
    static final String ORGANISATION = "[A-Za-z0-9_-]{1,64}";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int MOST_PIECES = 1_000_000;

    /** @param oddsPercent such as "0.5", up to four decimals; absent = certain */
    record PrizeForm(
            @NotBlank @Size(max = 60) String name,
            Reward.@NotNull Kind reward,
            @Nullable @Pattern(regexp = ID) String offerId,
            @Nullable @Min(1) @Max(MOST_PIECES) Long points,
            @Nullable @Size(min = 1, max = 500) String text,
            @Nullable @Min(1) @Max(MOST_PIECES) Integer quantity,

            @Nullable @DecimalMin("0.0001") @DecimalMax("100") @Digits(integer = 3, fraction = Prize.PERCENT_SCALE) BigDecimal oddsPercent,

            @Nullable @Valid WhenForm when,
            @Nullable Side side)
            implements StrictBody {
        Prize prize(int place) {
            return new Prize(
                    "p" + (place + 1),
                    name.strip(),
                    new Reward(reward, offerId, null, points, text),
                    quantity,
                    oddsPercent == null
                            ? null
                            : oddsPercent.movePointRight(Prize.PERCENT_SCALE).intValueExact(),
                    when == null ? When.ALWAYS : new When(when.kind, Objects.requireNonNullElse(when.n, 0)),
                    side);
        }
    }

    record WhenForm(
            When.@NotNull Kind kind,
            @Nullable @Min(1) @Max(Limits.MOST_IN_ALL) Integer n) implements StrictBody {}

    /** @param right indices of the right options */
    record QuestionForm(
            @NotBlank @Size(max = 200) String text,
            @NotNull @Size(min = 2, max = 8) List<@NotBlank @Size(max = 100) String> options,
            @NotNull @Size(max = 8) List<@NotNull Integer> right)
            implements StrictBody {
        Question question() {
            return new Question(text.strip(), options, right);
        }
    }

    Plan plan() {
        int day = Objects.requireNonNullElse(perDay, 1);
        return new Plan(
                title.strip(),
                text.strip(),
                entry,
                from.truncatedTo(ChronoUnit.MILLIS),
                until.truncatedTo(ChronoUnit.MILLIS),
                new Limits(day, Objects.requireNonNullElse(inAll, entry == Entry.CHECK_IN ? Limits.MOST_IN_ALL : day)),
                IntStream.range(0, prizes.size())
                        .mapToObj(place -> prizes.get(place).prize(place))
                        .toList(),
                questions == null
                        ? List.of()
                        : questions.stream().map(QuestionForm::question).toList(),
                Boolean.TRUE.equals(newcomersOnly),
                segmentId);
    }
}
