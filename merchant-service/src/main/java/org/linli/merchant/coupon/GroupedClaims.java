package org.linli.merchant.coupon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.merchant.grouping.Grouping;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.sameperson.SamePeople;
import org.linli.merchant.stock.OfferStock;
import org.linli.merchant.stock.Reservation;
import org.linli.merchant.stock.StockLevel;
import org.linli.merchant.stock.Stocks;
import org.springframework.stereotype.Component;

/**
 * What claims ask of the store, made together with all who ask at the same time: a thousand people who want one offer
 * cost a few writes of its stock, not a thousand. Each call means what it would mean alone, so the steps of a claim know
 * nothing of it.
 */
@Component
class GroupedClaims {
    /** An offer's claims meet in one lane; different offers seldom wait for each other. */
    private static final int LANES = 32;

    private record Wanted(From from, String couponId, Reservation reservation) {}

    /** What claims must have in common to be reserved together. */
    private record From(String offerId, int dailyLimit) {}

    private final Stocks stocks;
    private final Coupons coupons;
    private final SamePeople people;
    private final OfferShelf shelf;
    private final Clock clock;
    private final List<Grouping<String, Optional<ClaimableOffer>>> offerReads;
    private final List<Grouping<String, Optional<OfferStock>>> stockReads;
    private final List<Grouping<Wanted, Optional<StockLevel>>> reservations;
    private final List<Grouping<Collection<String>, List<Coupon>>> couponReads;
    private final List<Grouping<String, Boolean>> links;
    private final List<Grouping<Coupon, Boolean>> inserts;

    GroupedClaims(
            Stocks stocks, Coupons coupons, SamePeople people, OfferShelf shelf, ClaimSettings settings, Clock clock) {
        this.stocks = stocks;
        this.coupons = coupons;
        this.people = people;
        this.shelf = shelf;
        this.clock = clock;
        int most = settings.mostTogether();
        offerReads = lanes(most, this::offersTogether);
        stockReads = lanes(most, this::stocksTogether);
        reservations = lanes(most, this::reserveTogether);
        couponReads = lanes(most, this::couponsTogether);
        links = lanes(most, this::linkedTogether);
        inserts = lanes(most, this::insertTogether);
    }

    private static <Q, A> List<Grouping<Q, A>> lanes(int most, Function<List<Q>, List<A>> action) {
        return IntStream.range(0, LANES)
                .mapToObj(lane -> new Grouping<Q, A>(most, action))
                .toList();
    }

    private static <T> T laneOf(List<T> lanes, String offerId) {
        return lanes.get(Math.floorMod(offerId.hashCode(), LANES));
    }

    Optional<ClaimableOffer> claimable(String offerId) {
        return laneOf(offerReads, offerId).call(offerId);
    }

    Optional<OfferStock> stock(String offerId) {
        return laneOf(stockReads, offerId).call(offerId);
    }

    /** See {@link Stocks#reserve}; empty when nothing is left, in all or today, or this coupon is reserved already. */
    Optional<StockLevel> reserve(ClaimableOffer offer, String couponId, Reservation reservation) {
        From asked = new From(offer.offerId(), offer.dailyLimitOr(Stocks.ANY_NUMBER));
        return laneOf(reservations, offer.offerId()).call(new Wanted(asked, couponId, reservation));
    }

    List<Coupon> coupons(String offerId, Collection<String> ids) {
        return laneOf(couponReads, offerId).call(ids);
    }

    /** Whether the person was or became another one. */
    boolean isLinked(String offerId, String consumerId) {
        return laneOf(links, offerId).call(consumerId);
    }

    /** @return false when a coupon of this id exists */
    boolean insert(Coupon coupon) {
        return laneOf(inserts, coupon.offerId()).call(coupon);
    }

    private List<Optional<ClaimableOffer>> offersTogether(List<String> ids) {
        Instant now = clock.instant();
        Map<String, Optional<ClaimableOffer>> found =
                ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> shelf.claimable(id, now)));
        return answers(ids, found::get);
    }

    private List<Optional<OfferStock>> stocksTogether(List<String> ids) {
        Map<String, Optional<OfferStock>> found =
                ids.stream().distinct().collect(Collectors.toMap(id -> id, stocks::find));
        return answers(ids, found::get);
    }

    private List<Optional<StockLevel>> reserveTogether(List<Wanted> wanted) {
        Map<Wanted, StockLevel> levels = new LinkedHashMap<>();
        wanted.stream().collect(Collectors.groupingBy(Wanted::from)).forEach((from, same) -> {
            // Two for one coupon: the second finds it reserved, as it would if it came later.
            Map<String, Wanted> first = new LinkedHashMap<>();
            same.forEach(claim -> first.putIfAbsent(claim.couponId(), claim));
            Map<String, Reservation> asked = new LinkedHashMap<>();
            first.forEach((couponId, claim) -> asked.put(couponId, claim.reservation()));
            stocks.reserve(from.offerId(), asked, from.dailyLimit())
                    .forEach((couponId, level) -> levels.put(first.get(couponId), level));
        });
        return answers(wanted, one -> Optional.ofNullable(levels.get(one)));
    }

    private List<List<Coupon>> couponsTogether(List<Collection<String>> asked) {
        Set<String> ids = asked.stream().flatMap(Collection::stream).collect(Collectors.toSet());
        Map<String, Coupon> found =
                coupons.findAll(ids).stream().collect(Collectors.toMap(Coupon::id, Function.identity()));
        return answers(
                asked,
                own -> own.stream().filter(found::containsKey).map(found::get).toList());
    }

    private List<Boolean> linkedTogether(List<String> ids) {
        Set<String> linked = people.linked(Set.copyOf(ids));
        return answers(ids, linked::contains);
    }

    private List<Boolean> insertTogether(List<Coupon> wanted) {
        Map<String, Coupon> first = new LinkedHashMap<>();
        wanted.forEach(coupon -> first.putIfAbsent(coupon.id(), coupon));
        Set<String> taken = coupons.insertNew(List.copyOf(first.values()));
        return answers(wanted, coupon -> first.get(coupon.id()) == coupon && !taken.contains(coupon.id()));
    }

    private static <Q, A> List<A> answers(List<Q> questions, Function<Q, A> answer) {
        List<A> answers = new ArrayList<>(questions.size());
        questions.forEach(question -> answers.add(answer.apply(question)));
        return answers;
    }
}
