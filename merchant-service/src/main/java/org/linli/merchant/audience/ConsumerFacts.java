package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that audiences know of one consumer. Events of a person carry parts of the state: of each part the one with
 * the highest number counts. What a rule reads ({@link Facts}) is worked out anew by {@link #settle} before each write.
 */
class ConsumerFacts {
    private final String id;
    private long revision;
    private boolean consumer;
    private boolean gone;
    private @Nullable String survivor;
    private Map<String, Long> seen = new HashMap<>();
    private Set<String> consents = new TreeSet<>();
    private boolean customer;
    private @Nullable Boolean borrower;
    private Set<String> tags = Set.of();
    private @Nullable String gender;
    private @Nullable Integer bornFrom;
    private @Nullable String homeBranch;
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
        seen = new HashMap<>(history.seen());
        deals = new Deals(history.deals());
        likings = new ArrayList<>(history.likings());
        consents = new TreeSet<>(facts.consents());
        customer = facts.customer();
        borrower = facts.borrower();
        tags = facts.tags();
        gender = facts.gender();
        bornFrom = facts.bornFrom();
        homeBranch = facts.homeBranch();
        shops = new ArrayList<>(facts.shops());
        contacts = new ArrayList<>(facts.contacts());
        counts = facts.counts();
        likedShops = facts.likedShops();
    }

    Facts facts() {
        return new Facts(
                id,
                consents,
                customer,
                borrower,
                tags,
                gender,
                bornFrom,
                homeBranch,
                shops,
                counts,
                likedShops,
                contacts);
    }

    History history() {
        return new History(consumer, gone, survivor, seen, deals.all(), likings);
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

    /** Whether this part of the person is news; from then on it is not. */
    private boolean isNews(String part, long sequence) {
        boolean news = !gone && sequence > seen.getOrDefault(part, 0L);
        if (news) {
            seen.put(part, sequence);
        }
        return news;
    }

    void register(String kind) {
        consumer = consumer || !gone && kind.equals("consumer");
    }

    void bind(boolean bound, @Nullable Boolean owes, long sequence) {
        if (isNews("customer", sequence)) {
            customer = bound;
            borrower = owes;
        }
    }

    void consent(String purpose, boolean granted, long sequence) {
        if (isNews("consent-" + purpose, sequence)) {
            consents.remove(purpose);
            if (granted) {
                consents.add(purpose);
            }
        }
    }

    void tag(List<String> wanted, long sequence) {
        if (isNews("tags", sequence)) {
            tags = new LinkedHashSet<>(wanted);
        }
    }

    void profile(@Nullable String told, @Nullable Integer born, @Nullable String branch, long sequence) {
        if (isNews("profile", sequence)) {
            gender = told;
            bornFrom = born;
            homeBranch = branch;
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

    void like(Liking liking, Shop shop, boolean liked, long sequence) {
        if (isNews("likings", sequence)) {
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
            merged.likings.stream().filter(liking -> !likings.contains(liking)).forEach(likings::add);
            merged.contacts.stream()
                    .filter(contact -> !contacts.contains(contact))
                    .forEach(contacts::add);
        }
    }

    /** Nothing stays but that there is nobody. */
    void forget(@Nullable String becomes) {
        String whom = survivor == null ? becomes : survivor;
        become(Facts.unknown(id), new History(false, true, whom, Map.of(), List.of(), List.of()));
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
        return consents.contains(purpose);
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
                        Stream.ofNullable(homeBranch).map(Place::of))
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
