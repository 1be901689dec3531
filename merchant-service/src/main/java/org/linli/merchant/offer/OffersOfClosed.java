package org.linli.merchant.offer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.MerchantStatus;
import org.springframework.stereotype.Component;

/** A closed merchant offers nothing any more: its offers end (rule M-1). Ending what is ended changes nothing. */
@Component
class OffersOfClosed {
    private static final int PAGE = 200;

    private final Offers offers;
    private final MerchantDirectory merchants;
    private final Clock clock;

    OffersOfClosed(Offers offers, MerchantDirectory merchants, Clock clock) {
        this.offers = offers;
        this.merchants = merchants;
        this.clock = clock;
    }

    void end(String merchantId) {
        boolean closed = merchants
                .standing(merchantId)
                .filter(merchant -> merchant.status() == MerchantStatus.CLOSED)
                .isPresent();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String after = null;
        List<Offer> page;
        do {
            page = closed ? offers.ofMerchant(merchantId, after, PAGE) : List.of();
            for (Offer offer : page) {
                after = offer.id();
                offers.change(offer.id(), ending -> ending.end(now), ended -> ended);
            }
        } while (page.size() == PAGE);
    }
}
