package org.linli.merchant.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.events.CouponEvent;
import org.linli.events.FavouriteEvent;
import org.linli.events.LoanEvent;
import org.linli.events.UserEvent;
import org.linli.events.UserRegistered;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.springframework.stereotype.Component;

/**
 * Learns facts about consumers from events (rule M-5): in any order, any number of times, by processes of which each may
 * die between any two writes, as long as each event is brought until it was taken once.
 */
@Component
class Learning {
    private static final int LONGEST_CHAIN = 32;

    private final FactsStore store;
    private final MerchantDirectory merchants;
    private final AudienceSettings settings;
    private final Clock clock;

    Learning(FactsStore store, MerchantDirectory merchants, AudienceSettings settings, Clock clock) {
        this.store = store;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    void take(Collection<Heard> events) {
        Map<String, List<Heard>> byPerson = byPerson(events);
        Map<String, Shop> shops = merchants
                .shopfronts(events.stream()
                        .map(Heard::merchantId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .collect(Collectors.toMap(front -> front.merchantId(), Shop::of));
        Map<String, ConsumerFacts> known = store.findAll(byPerson.keySet());
        if (!together(byPerson, known, shops)) {
            // What is learnt twice counts once.
            Map<String, ConsumerFacts> fresh = store.findAll(byPerson.keySet());
            byPerson.forEach((person, own) -> learn(fresh.getOrDefault(person, new ConsumerFacts(person)), own, shops));
        }
    }

    /** A loan is that of whoever owns the shop that it went to; one to a shop without an owner is nobody's. */
    private Map<String, List<Heard>> byPerson(Collection<Heard> events) {
        Set<String> lent = events.stream()
                .map(Heard::borrowingShop)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, String> owners = lent.isEmpty() ? Map.of() : merchants.owners(lent);
        Map<String, List<Heard>> byPerson = new LinkedHashMap<>();
        for (Heard heard : events) {
            String shop = heard.borrowingShop();
            String person = shop == null ? heard.consumerId() : owners.get(shop);
            if (person != null) {
                byPerson.computeIfAbsent(person, one -> new ArrayList<>()).add(heard);
            }
        }
        return byPerson;
    }

    /** @return false when somebody's facts were not free, or somebody is not who they were: nobody's are sure then */
    private boolean together(
            Map<String, List<Heard>> byPerson, Map<String, ConsumerFacts> known, Map<String, Shop> shops) {
        boolean plain = known.values().stream().noneMatch(ConsumerFacts::isGone)
                && byPerson.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(heard -> heard.event() instanceof UserEvent.Merged);
        if (!plain) {
            return false;
        }
        List<ConsumerFacts> learnt = new ArrayList<>();
        byPerson.forEach((person, own) -> {
            ConsumerFacts facts = known.getOrDefault(person, new ConsumerFacts(person));
            own.forEach(heard -> apply(facts, heard, shops));
            settle(facts);
            learnt.add(facts);
        });
        return store.keepAll(learnt);
    }

    private void learn(ConsumerFacts known, List<Heard> events, Map<String, Shop> shops) {
        boolean merged = false;
        for (Heard heard : events) {
            if (heard.event() instanceof UserEvent.Merged merge) {
                merge(merge);
                merged = true;
            }
        }
        store.change(survivor(merged ? store.load(known.id()) : known), facts -> {
            if (facts.isGone()) {
                return false;
            }
            events.forEach(heard -> apply(facts, heard, shops));
            settle(facts);
            return true;
        });
    }

    /** Whoever this person has become by now. */
    private ConsumerFacts survivor(ConsumerFacts known) {
        ConsumerFacts survivor = known;
        for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
            String next = survivor.survivor();
            if (next == null) {
                return survivor;
            }
            survivor = store.load(next);
        }
        throw new IllegalStateException("people who become each other");
    }

    /** The survivor first: what dies in between is done again, and what is there twice counts once. */
    private void merge(UserEvent.Merged merged) {
        store.change(store.load(merged.mergedId()), younger -> {
            if (younger.isGone()) {
                return false;
            }
            store.change(store.load(merged.survivorId()), older -> {
                older.absorb(younger);
                settle(older);
                return !older.isGone();
            });
            younger.forget(merged.survivorId());
            settle(younger);
            return true;
        });
    }

    private void settle(ConsumerFacts facts) {
        facts.settle(today() - settings.horizonDays() + 1, settings.mostDeals());
    }

    private int today() {
        return BankDay.of(clock.instant());
    }

    private void apply(ConsumerFacts facts, Heard heard, Map<String, Shop> shops) {
        String merchantId = heard.merchantId();
        Shop shop = merchantId == null ? null : shops.get(merchantId);
        if (shop != null && heard.event() instanceof CouponEvent coupon) {
            coupon(facts, coupon, heard.sequence(), shop);
        } else if (shop != null && heard.event() instanceof FavouriteEvent favourite) {
            Liking liking = new Liking(favourite.kind() + ":" + favourite.targetId(), shop.id());
            facts.like(
                    liking, shop, favourite instanceof FavouriteEvent.Added, favourite.consumerId(), heard.sequence());
        } else if (heard.event() instanceof LoanEvent loan) {
            facts.lend(new Loan(heard.subject(), isOpen(loan), loan.loan().disbursedOn(), heard.sequence()));
        } else if (heard.event() instanceof UserRegistered registered) {
            facts.register(registered.kind());
        } else if (heard.event() instanceof UserEvent user) {
            person(facts, user, heard.sequence());
        }
    }

    /** That money is paid back is told nowhere yet. */
    private static boolean isOpen(LoanEvent event) {
        return !(event instanceof LoanEvent.Reversed);
    }

    private void coupon(ConsumerFacts facts, CouponEvent event, long sequence, Shop shop) {
        if (event instanceof CouponEvent.Claimed claimed) {
            facts.claim(claimed.couponId(), shop, BankDay.of(claimed.claimedAt()));
        } else if (event instanceof CouponEvent.Redeemed redeemed) {
            facts.redeem(redeemed.couponId(), shop, BankDay.of(redeemed.redeemedAt()), sequence);
        } else if (event instanceof CouponEvent.Reversed reversed
                && today() - BankDay.of(reversed.reversedAt()) < settings.horizonDays()) {
            facts.redeem(reversed.couponId(), shop, null, sequence);
        }
    }

    private static void person(ConsumerFacts facts, UserEvent event, long sequence) {
        if (event instanceof UserEvent.Bound bound) {
            facts.hear(told -> told.bind(true, bound.borrower(), sequence));
        } else if (event instanceof UserEvent.Unbound) {
            facts.hear(told -> told.bind(false, null, sequence));
        } else if (event instanceof UserEvent.ConsentChanged changed) {
            facts.hear(told -> told.consent(changed.purpose(), changed.granted(), sequence));
        } else if (event instanceof UserEvent.TagsChanged changed) {
            facts.hear(told -> told.tag(changed.tags(), sequence));
        } else if (event instanceof UserEvent.ProfileChanged changed) {
            facts.hear(told -> told.profile(changed.gender(), changed.bornFrom(), changed.homeBranchId(), sequence));
        } else if (event instanceof UserEvent.Erased) {
            facts.forget(null);
        }
    }
}
