package org.linli.merchant.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may not change any more once the public has seen an offer: whoever holds or wants a coupon was promised it (rule
 * M-2). Free to change are the text, the pictures, the stock, and a later end.
 */
enum Fixed {
    KIND("kind", "offer-kind-fixed", terms -> terms.discount().kind()),
    AMOUNTS("amounts", "offer-amounts-fixed", terms -> figures(terms.discount())),
    LIMIT("perPersonLimit", "offer-limit-fixed", OfferTerms::perPersonLimit),
    DAILY_LIMIT("perDayLimit", "offer-limit-fixed", terms -> terms.conditions().perDayLimit()),
    START("validFrom", "offer-start-fixed", OfferTerms::validFrom),
    TITLE("title", "offer-title-fixed", OfferTerms::title),
    CATEGORY("category", "offer-category-fixed", OfferTerms::category),
    HOURS("weeklyHours", "offer-hours-fixed", terms -> terms.conditions().weeklyHours()),
    PAYMENT("bankCardOnly", "offer-payment-fixed", terms -> terms.conditions().bankCardOnly()),
    AUDIENCE("segmentId", "offer-audience-fixed", terms -> terms.conditions().segmentId()),
    GIFTS("giftable", "offer-gifts-fixed", terms -> terms.conditions().isGiftable()),
    /** Only an earlier one is refused: coupons promise the one they were claimed with. */
    END("validUntil", "offer-end-not-earlier", OfferTerms::validUntil) {
        @Override
        boolean isBroken(OfferTerms published, OfferTerms wanted) {
            return wanted.validUntil().isBefore(published.validUntil());
        }
    },
    /** Where the branch looks before the public does, it has looked at these. */
    REVIEWED_TEXT("terms", "offer-text-reviewed", OfferTerms::text),
    REVIEWED_PICTURES(
            "pictures", "offer-text-reviewed", terms -> terms.conditions().pictures());

    private final String field;
    private final String code;
    private final Function<OfferTerms, @Nullable Object> part;

    Fixed(String field, String code, Function<OfferTerms, @Nullable Object> part) {
        this.field = field;
        this.code = code;
        this.part = part;
    }

    /** @param reviewed whether the merchant's branch looks at offers before they go live */
    static List<Fixed> broken(OfferTerms published, OfferTerms wanted, boolean reviewed) {
        return Arrays.stream(values())
                .filter(fixed -> reviewed || fixed != REVIEWED_TEXT && fixed != REVIEWED_PICTURES)
                .filter(fixed -> fixed.isBroken(published, wanted))
                .toList();
    }

    boolean isBroken(OfferTerms published, OfferTerms wanted) {
        return !Objects.equals(part.apply(published), part.apply(wanted));
    }

    /** Those that its kind has. */
    private static List<@Nullable Number> figures(Discount discount) {
        List<@Nullable Number> figures = new ArrayList<>();
        figures.add(discount.percentOff());
        figures.add(discount.thresholdFen());
        figures.add(discount.offFen());
        figures.add(discount.priceFen());
        figures.add(discount.listPriceFen());
        return figures;
    }

    String field() {
        return field;
    }

    String code() {
        return code;
    }
}
