package org.linli.merchant.coupon;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What claims ask of the store, made together with all who ask at the same time: a thousand people who want one offer
 * cost a few writes of its stock, not a thousand. Each call means what it would mean alone, so the steps of a claim know
 * nothing of it.
 */
@Component
class GroupedClaims {
    /** Looking costs the same for one offer and for several: offers share these. */
    private static final int LANES_TO_LOOK = 8;

    /** An offer's stock is written in one of these; different offers seldom wait for each other. */
    private static final int LANES_TO_TAKE = 512;

    private record Wanted(ClaimableOffer offer, String couponId, Reservation reservation) {
        From from() {
            return new From(offer.offerId(), offer.dailyLimitOr(Stocks.ANY_NUMBER));
        }
    }

    /** What claims must have in common to be reserved together. */
    private record From(String offerId, int dailyLimit) {}

    private record Asked(String offerId, String consumerId) {}

    /**
     * What a claim looks at before it takes anything.
     *
     * @param linked whether the person was or became another one: then slots and coupons are to be worked out
     * @param slots of the person, in order, with or without a coupon
     * @param held coupons in these slots
     */
    record Look(ClaimableOffer offer, boolean linked, List<String> slots, List<Coupon> held) {
        private static Look before(ClaimableOffer offer, Asked asked, boolean linked) {
            List<String> slots =
                    linked ? List.of() : CouponId.all(asked.consumerId, asked.offerId, offer.perPersonLimit());
            return new Look(offer, linked, slots, List.of());
        }

        private Look with(Map<String, Coupon> found) {
            return new Look(
                    offer,
                    linked,
                    slots,
                    slots.stream().filter(found::containsKey).map(found::get).toList());
        }
    }

    /**
     * What was reserved and brought into being.
     *
     * @param level of the stock right after it
     * @param isNew false when another coupon stood under this id already, so that this one did not come into being
     */
    record Piece(StockLevel level, Coupon coupon, boolean isNew) {}

    private final Stocks stocks;
    private final Coupons coupons;
    private final SamePeople people;
    private final OfferShelf shelf;
    private final Settlement settlement;
    private final Clock clock;
    private final ClaimStep.Watcher watcher;
    private final List<Grouping<Asked, Optional<Look>>> looks;
    private final List<Grouping<String, Optional<OfferStock>>> stockReads;
    private final List<Grouping<Wanted, Optional<Piece>>> pieces;

    @Autowired
    GroupedClaims(
            Stocks stocks,
            Coupons coupons,
            SamePeople people,
            OfferShelf shelf,
            Settlement settlement,
            ClaimSettings settings,
            Clock clock) {
        this(stocks, coupons, people, shelf, settlement, settings, clock, ClaimStep.Watcher.NOBODY);
    }

    GroupedClaims(
            Stocks stocks,
            Coupons coupons,
            SamePeople people,
            OfferShelf shelf,
            Settlement settlement,
            ClaimSettings settings,
            Clock clock,
            ClaimStep.Watcher watcher) {
        this.stocks = stocks;
        this.coupons = coupons;
        this.people = people;
        this.shelf = shelf;
        this.settlement = settlement;
        this.clock = clock;
        this.watcher = watcher;
        int most = settings.mostTogether();
        looks = lanes(LANES_TO_LOOK, most, this::looksTogether);
        stockReads = lanes(LANES_TO_TAKE, most, this::stocksTogether);
        pieces = lanes(LANES_TO_TAKE, most, this::takeTogether);
    }

    private static <Q, A> List<Grouping<Q, A>> lanes(int lanes, int most, Function<List<Q>, List<A>> action) {
        return IntStream.range(0, lanes)
                .mapToObj(lane -> new Grouping<Q, A>(most, action))
                .toList();
    }

    private static <T> T laneOf(List<T> lanes, String offerId) {
        return lanes.get(Math.floorMod(offerId.hashCode(), lanes.size()));
    }

    /** Looks the offer up, and what this person holds of it; empty when there is no such offer. */
    Optional<Look> look(String offerId, String consumerId) {
        return laneOf(looks, offerId).call(new Asked(offerId, consumerId));
    }

    Optional<OfferStock> stock(String offerId) {
        return laneOf(stockReads, offerId).call(offerId);
    }

    /**
     * Reserves in the stock ({@link Stocks#reserve}), then brings the coupon into being: two writes, one after the other.
     *
     * @return empty when nothing is left, in all or today, or this coupon is reserved already
     */
    Optional<Piece> take(ClaimableOffer offer, String couponId, Reservation reservation) {
        return laneOf(pieces, offer.offerId()).call(new Wanted(offer, couponId, reservation));
    }

    private List<Optional<Look>> looksTogether(List<Asked> asked) {
        Map<String, ClaimableOffer> offers =
                shelf.claimable(asked.stream().map(Asked::offerId).collect(Collectors.toSet()), clock.instant());
        Set<String> linked = people.linked(asked.stream().map(Asked::consumerId).collect(Collectors.toSet()));
        List<Optional<Look>> without = answers(
                asked,
                one -> Optional.ofNullable(offers.get(one.offerId))
                        .map(offer -> Look.before(offer, one, linked.contains(one.consumerId))));
        Map<String, Coupon> found = coupons
                .findAll(without.stream()
                        .flatMap(Optional::stream)
                        .flatMap(look -> look.slots.stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Coupon::id, Function.identity()));
        return answers(without, look -> look.map(one -> one.with(found)));
    }

    private List<Optional<OfferStock>> stocksTogether(List<String> ids) {
        Map<String, Optional<OfferStock>> found =
                ids.stream().distinct().collect(Collectors.toMap(id -> id, stocks::find));
        return answers(ids, found::get);
    }

    private List<Optional<Piece>> takeTogether(List<Wanted> wanted) {
        Map<Wanted, StockLevel> levels = reserved(wanted);
        if (levels.isEmpty()) {
            return answers(wanted, none -> Optional.empty());
        }
        watcher.reached(ClaimStep.RESERVED);
        Map<Wanted, Coupon> brought = new LinkedHashMap<>();
        levels.forEach(
                (one, level) -> brought.put(one, settlement.coupon(one.offer, one.couponId, one.reservation, level)));
        Set<String> there = coupons.insertNew(List.copyOf(brought.values()));
        return answers(
                wanted,
                one -> Optional.ofNullable(brought.get(one))
                        .map(coupon -> new Piece(
                                Objects.requireNonNull(levels.get(one)), coupon, !there.contains(coupon.id()))));
    }

    private Map<Wanted, StockLevel> reserved(List<Wanted> wanted) {
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
        return levels;
    }

    private static <Q, A> List<A> answers(List<Q> questions, Function<Q, A> answer) {
        List<A> answers = new ArrayList<>(questions.size());
        questions.forEach(question -> answers.add(answer.apply(question)));
        return answers;
    }
}
