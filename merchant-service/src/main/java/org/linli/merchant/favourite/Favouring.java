package org.linli.merchant.favourite;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.merchant.favourite.FavourResult.Kept;
import org.linli.merchant.favourite.FavourResult.Reason;
import org.linli.merchant.favourite.FavourResult.Refused;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.sameperson.SamePeople;
import org.springframework.stereotype.Service;

/** Remembers what a person likes (rule M-7); repeating a call changes nothing. */
@Service
class Favouring {
    private final Shortlists shortlists;
    private final OfferShelf offers;
    private final MerchantDirectory merchants;
    private final SamePeople people;
    private final FavouriteSettings settings;
    private final Clock clock;

    Favouring(
            Shortlists shortlists,
            OfferShelf offers,
            MerchantDirectory merchants,
            SamePeople people,
            FavouriteSettings settings,
            Clock clock) {
        this.shortlists = shortlists;
        this.offers = offers;
        this.merchants = merchants;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    FavourResult add(String callerId, Favourite.Kind kind, String targetId) {
        Optional<String> shop = shopOf(kind, targetId);
        if (shop.isEmpty()) {
            return new Refused(Reason.UNKNOWN_TARGET);
        }
        String consumerId = people.survivorOf(callerId);
        shortlists.ensure(consumerId);
        Optional<Favourite> kept = shortlists
                .change(
                        Shortlist.id(consumerId),
                        list -> list.add(kind, targetId, shop.get(), settings.most(), now()),
                        Optional::isPresent)
                .flatMap(added -> added);
        return kept.<FavourResult>map(Kept::new).orElseGet(() -> new Refused(Reason.TOO_MANY));
    }

    /** The shop behind it; empty when there is no such thing to like. */
    private Optional<String> shopOf(Favourite.Kind kind, String targetId) {
        return switch (kind) {
            case offer -> offers.claimable(targetId, clock.instant()).map(ClaimableOffer::merchantId);
            case merchant, followed ->
                merchants.recentStanding(targetId).filter(Standing::approved).map(Standing::merchantId);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void remove(String consumerId, Favourite.Kind kind, String targetId) {
        shortlists.change(Shortlist.id(consumerId), list -> list.remove(kind, targetId, now()), removed -> removed);
    }

    /** The newest first. */
    List<Favourite> list(String consumerId, Favourite.Kind kind) {
        return shortlists
                .find(Shortlist.id(consumerId))
                .map(list -> list.of(kind))
                .orElse(List.of());
    }

    /** What these are called, by id. */
    Map<String, String> names(Favourite.Kind kind, List<Favourite> favourites) {
        List<String> ids = favourites.stream().map(Favourite::targetId).toList();
        return kind == Favourite.Kind.offer ? offers.titles(ids) : merchants.names(ids);
    }

    /** Whether it can be used at the moment: a claimable offer, a merchant in good standing. */
    boolean isAvailable(Favourite favourite) {
        return switch (favourite.kind()) {
            case offer ->
                offers.claimable(favourite.targetId(), clock.instant())
                        .filter(ClaimableOffer::claimable)
                        .isPresent();
            case merchant, followed ->
                shopOf(favourite.kind(), favourite.targetId()).isPresent();
        };
    }
}
