package org.linli.merchant.offer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.offer.OfferShelf.Shown;
import org.springframework.stereotype.Service;

/** Shows a merchant what the public will see of an offer, and what still stands in the way (rule M-2). */
@Service
class OfferPreview {
    private final OfferShelf shelf;
    private final Branches branches;
    private final Benefit benefit;
    private final Clock clock;

    OfferPreview(OfferShelf shelf, Branches branches, Benefit benefit, Clock clock) {
        this.shelf = shelf;
        this.branches = branches;
        this.benefit = benefit;
        this.clock = clock;
    }

    /**
     * @param tag for {@code If-Match} of a change made from what is seen here
     * @param benefit the offer in a few words, in the reader's language
     * @param price of the bill that was asked for, or of one on which the offer shows
     * @param reviewRequired whether the branch looks at it before the public does
     * @param obstacles codes of the refusals that its publication would meet now
     */
    record Answer(
            @JsonIgnore String tag,
            OfferAnswers.Public offer,
            String benefit,
            PriceAnswer price,
            boolean reviewRequired,
            List<String> obstacles) {}

    record PriceAnswer(long billFen, long reductionFen, long payableFen) {
        static PriceAnswer of(Price price) {
            return new PriceAnswer(price.bill().fen(), price.reductionFen(), price.payableFen());
        }
    }

    /** Empty when there is no such offer of this merchant. */
    Optional<Answer> of(String merchantId, String offerId, @Nullable Bill bill, Locale locale) {
        return shelf.preview(merchantId, offerId).map(shown -> answer(shown, bill, locale));
    }

    private Answer answer(Shown shown, @Nullable Bill bill, Locale locale) {
        Offer offer = shown.offer();
        Discount discount = offer.terms().discount();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Answer(
                Revision.tag(offer),
                OfferAnswers.Public.of(shown, now),
                benefit.inWords(offer.terms(), locale),
                PriceAnswer.of(discount.on(Objects.requireNonNullElseGet(bill, discount::exampleBill))),
                offer.needsReview()
                        && branches.reviewsOffers(shown.merchant().attachment().branchId()),
                obstacles(shown, now));
    }

    private static List<String> obstacles(Shown shown, Instant now) {
        List<String> found = new ArrayList<>();
        if (!shown.merchant().approved()) {
            found.add("merchant-not-approved");
        }
        if (shown.offer().terms().isOver(now)) {
            found.add("offer-window-over");
        }
        return found;
    }
}
