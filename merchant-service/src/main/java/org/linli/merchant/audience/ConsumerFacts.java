package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that audiences know of one consumer: what they were told of the person, and what the person did. What a
 * rule reads ({@link Facts}) is worked out anew by {@link #settle} before each write.
 */
class ConsumerFacts {
    private final String id;
    private long revision;
    private boolean consumer;
    private boolean gone;
    private @Nullable String survivor;
    private Told told = Told.of(Facts.unknown(""), History.ofNobody(null));
    private Loans loans = Loans.NONE;
    private Deals deals = new Deals(List.of());
    private List<Liking> likings = new ArrayList<>();
    private List<Shop> shops = new ArrayList<>();
    private List<Contact> contacts = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private Set<String> likedShops = Set.of();

    ConsumerFacts(String id) {
        this.id = id;
    }

    /** As it was kept. */
    static ConsumerFacts of(long revision, Facts facts, History history) {
        ConsumerFacts kept = new ConsumerFacts(facts.id());
        kept.revision = revision;
        kept.become(facts, history);
        return kept;
    }

    private void become(Facts facts, History history) {
        consumer = history.consumer();
        gone = history.gone();
        survivor = history.survivor();
        told = Told.of(facts, history);
        loans = history.heardOf();
        deals = new Deals(history.deals());
        likings = new ArrayList<>(history.likings());
        shops = new ArrayList<>(facts.shops());
        contacts = new ArrayList<>(facts.contacts());
        counts = facts.counts();
        likedShops = facts.likedShops();
    }

    Facts facts() {
        return told.facts(id, loans.owes(told.borrower()), shops, counts, likedShops, contacts);
    }

    History history() {
        boolean none = loans.all().isEmpty();
        return new History(
                consumer,
                gone,
                survivor,
                told.seen(),
                deals.all(),
                likings,
                none ? null : loans.all(),
                none ? null : told.borrower());
    }

    String id() {
        return id;
    }

    long revision() {
        return revision;
    }

    void advance() {
        revision++;
    }

    /** Whom this person has become; null when they are still themselves, or nobody any more. */
    @Nullable String survivor() {
        return survivor;
    }

    boolean isGone() {
        return gone;
    }

    /** Takes what an event of the person alone says. */
    void hear(Consumer<Told> event) {
        if (!gone) {
            event.accept(told);
        }
    }

    void register(String kind) {
        consumer = consumer || !gone && kind.equals("consumer");
    }

    /** Money went to the person's shop, or came back from there; that makes nobody a consumer. */
    void lend(Loan loan) {
        if (!gone) {
            loans = loans.with(loan);
        }
    }

    void claim(String couponId, Shop shop, int day) {
        deal(Deal.unknown(couponId, shop.id()).claimedOn(day), shop);
    }

    /** @param day null when the redemption was taken back */
    void redeem(String couponId, Shop shop, @Nullable Integer day, long sequence) {
        deal(Deal.unknown(couponId, shop.id()).redeemedOn(day, sequence), shop);
    }

    private void deal(Deal deal, Shop shop) {
        if (!gone) {
            consumer = true;
            remember(shop);
            deals = deals.with(deal);
        }
    }

    private void remember(Shop shop) {
        if (shops.stream().noneMatch(known -> known.id().equals(shop.id()))) {
            shops.add(shop);
        }
    }

    /** @param under whose list it is on: the person's, or that of an id they had before */
    void like(Liking liking, Shop shop, boolean liked, String under, long sequence) {
        if (!gone && told.isNews(under.equals(id) ? "likings" : "likings-" + under, sequence)) {
            consumer = true;
            likings.removeIf(known -> known.what().equals(liking.what()));
            if (liked) {
                likings.add(liking);
                remember(shop);
            }
        }
    }

    /** Two who are one: what is in events of the person alone, those will tell of the survivor. */
    void absorb(ConsumerFacts merged) {
        if (!gone) {
            consumer = consumer || merged.consumer;
            merged.shops.forEach(this::remember);
            deals = deals.and(merged.deals);
            loans = loans.and(merged.loans);
            merged.likings.stream().filter(liking -> !likings.contains(liking)).forEach(likings::add);
            merged.contacts.stream()
                    .filter(contact -> !contacts.contains(contact))
                    .forEach(contacts::add);
        }
    }

    /** Nothing stays but that there is nobody. */
    void forget(@Nullable String becomes) {
        String whom = survivor == null ? becomes : survivor;
        become(Facts.unknown(id), History.ofNobody(whom));
    }

    /** @return false when the person has been contacted often enough; the same sending asks once */
    boolean contact(Contact wanted, int times, int sinceDay) {
        if (Caps.isNoted(contacts, wanted)) {
            return true;
        }
        if (Caps.used(contacts, wanted.purpose(), sinceDay) >= times) {
            return false;
        }
        contacts.add(wanted);
        return true;
    }

    boolean allows(String purpose) {
        return told.allows(purpose);
    }

    /** Works out what rules read; what is older than the horizon goes, then the oldest beyond the limit. */
    void settle(int sinceDay, int mostDeals) {
        deals = deals.since(sinceDay, mostDeals);
        Set<String> known =
                deals.all().stream().map(Deal::merchantId).collect(Collectors.toCollection(LinkedHashSet::new));
        likedShops = likings.stream().map(Liking::merchantId).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(likedShops);
        shops.removeIf(shop -> !known.contains(shop.id()));
        counts = Counts.of(deals.all(), shops);
        contacts = Caps.latest(contacts);
    }

    /** Of which parts of the organisation someone is a consumer (rule P-1). */
    Set<String> places() {
        return Stream.concat(
                        shops.stream().map(Shop::path),
                        Stream.ofNullable(told.homeBranch()).map(Place::of))
                .flatMap(Place::andAbove)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isConsumer() {
        return consumer;
    }

    List<Deal> deals() {
        return deals.all();
    }
}
