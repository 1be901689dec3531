package org.linli.merchant.audience;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;

/** What makes someone belong to a segment (rule M-5). */
sealed interface Rule {
    boolean holds(Facts facts, Moment moment);

    record All(List<Rule> parts) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return parts.stream().allMatch(part -> part.holds(facts, moment));
        }
    }

    record Any(List<Rule> parts) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return parts.stream().anyMatch(part -> part.holds(facts, moment));
        }
    }

    record Not(Rule part) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return !part.holds(facts, moment);
        }
    }

    /** Whether they are bound to a customer of the bank. */
    record Customer(boolean wanted) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return facts.customer() == wanted;
        }
    }

    /**
     * Whether they owe the bank money: known of those who agreed to profiling and are bound, or whose shop got a loan;
     * others are neither.
     */
    record Borrower(boolean wanted) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            Boolean owes = facts.allows("PROFILING") ? facts.borrower() : null;
            return owes != null && owes == wanted;
        }
    }

    /** What someone is, by one of several words. */
    record OneOf(Trait trait, Set<String> words) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return trait.of(facts, moment).anyMatch(words::contains);
        }
    }

    /**
     * Which shops are meant.
     *
     * @param categories codes; empty = all
     * @param merchants ids; empty = all
     */
    record Shops(Set<String> categories, Set<String> merchants) {
        boolean has(Shop shop) {
            return (categories.isEmpty() || categories.contains(shop.category()))
                    && (merchants.isEmpty() || merchants.contains(shop.id()));
        }
    }

    /** What coupons are counted by. */
    enum Act {
        CLAIMS,
        REDEMPTIONS
    }

    /**
     * How often someone claimed or redeemed.
     *
     * @param atMost null = any number
     * @param withinDays today is the first of them
     */
    record Did(Act act, int atLeast, @Nullable Integer atMost, int withinDays, Shops shops) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            int since = moment.today() - withinDays + 1;
            IntPredicate meant = shop -> shops.has(facts.shops().get(shop));
            int times = act == Act.CLAIMS
                    ? facts.counts().claimsSince(since, meant)
                    : facts.counts().redemptionsSince(since, meant);
            return times >= atLeast && (atMost == null || times <= atMost);
        }
    }

    /** Who keeps such a shop, or an offer of it, among their favourites. */
    record Likes(Shops shops) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return facts.shops().stream().anyMatch(shop -> facts.likedShops().contains(shop.id()) && shops.has(shop));
        }
    }

    /** A branch, a merchant or a point; exactly one of them. */
    record Centre(
            @Nullable String branchId,
            @Nullable String merchantId,
            @Nullable GeoPoint point) {}

    /** Who had to do with a shop this near: where people themselves are, nobody keeps. The edge belongs to it. */
    record Near(Centre centre, int withinMeters) implements Rule {
        @Override
        public boolean holds(Facts facts, Moment moment) {
            return moment.place(centre)
                    .filter(place -> facts.shops().stream().anyMatch(shop -> shop.metersTo(place) <= withinMeters))
                    .isPresent();
        }
    }
}
