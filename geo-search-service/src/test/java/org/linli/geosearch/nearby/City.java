package org.linli.geosearch.nearby;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.PlayedAudiences;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.fixtures.Samples.Merchant;
import org.linli.geosearch.fixtures.Samples.Offer;

/** A random place with merchants and offers in every state, many at the same spot, some on the very edge of a circle. */
final class City {
    static final List<String> CATEGORIES = List.of("餐饮", "购物", "生活服务", "运动休闲", "住宿", "其他");
    static final List<String> KINDS = List.of("PERCENT", "CASH_OFF", "FIXED_PRICE", "GIFT");
    static final List<String> WORDS = List.of("火锅", "coffee", "店", "八折", "ELEVEN", "餐饮", "7-e", "没有");
    private static final List<String> SEGMENTS = List.of("seg-a", "seg-b");
    private static final List<String> NAMES = List.of("张记老火锅", "Costa Coffee", "7-ELEVEN 便利店", "阿迪达斯", "すし本舗");
    private static final List<String> TITLES = List.of("全场八折", "火锅双人餐", "第二杯半价 Coffee", "到店有礼", "满100减20");

    final Oracle oracle = new Oracle();
    final List<EventEnvelope> events = new ArrayList<>();
    final Oracle.Place centre;
    final Oracle.Place branch;
    final int branchRadius;
    final String branchId;
    private final Random random;

    City(Random random) {
        this.random = random;
        centre = new Oracle.Place(20 + random.nextDouble() * 25, 85 + random.nextDouble() * 35);
        branch = Oracle.away(centre, random.nextDouble() * 3_000, random.nextDouble() * 360);
        branchRadius = 2_000 + random.nextInt(1_001);
        branchId = "B" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
        events.add(Samples.branch(branchId, branch.lat(), branch.lng(), branchRadius, 1));
        int merchants = random.nextInt(90);
        List<Oracle.Place> taken = new ArrayList<>(List.of(centre, branch));
        for (int i = 0; i < merchants; i++) {
            addMerchant(taken);
        }
    }

    /** With a market at its centre: most of what there is lies within a hundred metres, the rest far around. */
    static City withMarket(Random random) {
        City city = new City(random);
        for (int stall = 0; stall < 60; stall++) {
            city.addMerchantAt(Oracle.away(city.centre, 100 * random.nextDouble(), random.nextDouble() * 360));
        }
        return city;
    }

    private void addMerchant(List<Oracle.Place> taken) {
        Oracle.Place place =
                switch (random.nextInt(6)) {
                    case 0 -> taken.get(random.nextInt(taken.size()));
                    case 1 -> Oracle.away(centre, 2_500 + hair(), random.nextDouble() * 360);
                    case 2 -> Oracle.away(branch, branchRadius + hair(), random.nextDouble() * 360);
                    default -> Oracle.away(centre, 6_000 * random.nextDouble(), random.nextDouble() * 360);
                };
        taken.add(place);
        addMerchantAt(place);
    }

    private void addMerchantAt(Oracle.Place place) {
        Merchant merchant = Samples.aMerchant(id())
                .named(pick(NAMES))
                .in(pick(CATEGORIES))
                .at(place.lat(), place.lng())
                .being(random.nextInt(8) == 0 ? "SUSPENDED" : "APPROVED");
        oracle.merchants.put(merchant.id(), merchant);
        List<EventEnvelope> raised = new ArrayList<>(List.of(merchant.event(1 + random.nextInt(5))));
        for (int offers = random.nextInt(4); offers > 0; offers--) {
            addOffer(merchant.id(), raised);
        }
        // Topics are not ordered among each other.
        java.util.Collections.shuffle(raised, random);
        events.addAll(raised);
    }

    /** Somebody who searches: mostly nobody in particular, else a member of one of the audiences, of both or of none. */
    record Searcher(Set<String> audiences, String token) {
        static Searcher any(Random random) {
            Set<String> audiences = new TreeSet<>();
            SEGMENTS.stream().filter(segment -> random.nextBoolean()).forEach(audiences::add);
            return random.nextInt(3) == 0
                    ? new Searcher(Set.of(), null)
                    : new Searcher(audiences, PlayedAudiences.member(audiences));
        }
    }

    /** Just inside or just outside: nearer to the edge, two right formulas may differ in their last bit. */
    private double hair() {
        return random.nextBoolean() ? 1e-5 : -1e-5;
    }

    private void addOffer(String merchantId, List<EventEnvelope> raised) {
        Offer offer = Samples.anOffer(id(), merchantId)
                .titled(pick(TITLES))
                .of(pick(KINDS), pick(CATEGORIES))
                .valid(from(), until())
                .stocked(1 + random.nextInt(3))
                .being(pick(List.of("LIVE", "LIVE", "LIVE", "LIVE", "PAUSED", "ENDED")))
                .meantFor(random.nextInt(3) == 0 ? pick(SEGMENTS) : null);
        oracle.offers.put(offer.id(), offer);
        raised.add(offer.event(1 + random.nextInt(5)));
        int claims = random.nextInt(offer.stock() + 1);
        for (int claim = 1; claim <= claims; claim++) {
            raised.add(offer.claimed(offer.stock() - claim, claim));
        }
        oracle.left.put(offer.id(), offer.stock() - claims);
        if (claims == offer.stock() && random.nextBoolean()) {
            raised.add(offer.soldOut(claims));
        }
    }

    /** Call it with growing sequences, in whatever order the events are delivered then. Something happens: a merchant moves or is suspended, an offer is paused, ended, sold out or back again. */
    void change(List<EventEnvelope> into, long sequence) {
        if (random.nextInt(4) == 0 && !oracle.merchants.isEmpty()) {
            Merchant merchant = pick(List.copyOf(oracle.merchants.values()));
            Oracle.Place place = Oracle.away(centre, 6_000 * random.nextDouble(), random.nextDouble() * 360);
            Merchant moved =
                    merchant.at(place.lat(), place.lng()).being(random.nextInt(3) == 0 ? "SUSPENDED" : "APPROVED");
            oracle.merchants.put(moved.id(), moved);
            into.add(moved.event(sequence));
        } else if (!oracle.offers.isEmpty()) {
            Offer offer = pick(List.copyOf(oracle.offers.values()));
            // What has ended stays so.
            int kind = offer.status().equals("ENDED") ? 0 : random.nextInt(4);
            if (kind == 0) {
                int left = random.nextInt(3);
                oracle.left.put(offer.id(), left);
                into.add(offer.claimed(left, sequence));
            } else {
                Offer changed = offer.being(List.of("LIVE", "PAUSED", "ENDED").get(kind - 1));
                oracle.offers.put(changed.id(), changed);
                into.add(changed.event(sequence));
            }
        }
    }

    private Instant from() {
        return switch (random.nextInt(6)) {
            case 0 -> Samples.NOON;
            case 1 -> Samples.NOON.plusMillis(1);
            default -> Samples.NOON.minus(Duration.ofHours(1 + random.nextInt(50)));
        };
    }

    private Instant until() {
        return switch (random.nextInt(6)) {
            case 0 -> Samples.NOON;
            case 1 -> Samples.NOON.plusMillis(1);
            default -> Samples.NOON.plus(Duration.ofHours(1 + random.nextInt(50)));
        };
    }

    private String id() {
        return Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
