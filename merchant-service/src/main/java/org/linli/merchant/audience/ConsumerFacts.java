package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Everything that audiences know of one consumer. Events of a person carry parts of the state: of each part the one with
 * the highest number counts. What a rule reads ({@link Facts}) is worked out anew by {@link #settle} before each write.
 */
@Document(FactsStore.COLLECTION)
@TypeAlias("consumer-facts")
class ConsumerFacts {
    private static final int MOST_CONTACTS = 200;

    @Id
    private final String id;

    private long revision;
    private boolean consumer;
    private boolean gone;
    private @Nullable String survivor;
    private Map<String, Long> seen = new HashMap<>();
    private Set<String> consents = new TreeSet<>();
    private boolean customer;
    private List<String> tags = List.of();
    private @Nullable String gender;
    private @Nullable Integer bornFrom;
    private @Nullable String homeBranch;
    private List<Deal> deals = new ArrayList<>();
    private List<Liking> likings = new ArrayList<>();
    private List<Shop> shops = new ArrayList<>();
    private List<Contact> contacts = new ArrayList<>();
    private byte[] counts = new byte[0];
    private Set<String> likedShops = Set.of();
    private Set<String> places = Set.of();

    @PersistenceCreator
    ConsumerFacts(String id) {
        this.id = id;
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

    void bind(boolean bound, long sequence) {
        if (isNews("customer", sequence)) {
            customer = bound;
        }
    }

    void consent(String purpose, boolean granted, long sequence) {
        if (isNews("consent-" + purpose, sequence)) {
            boolean changed = granted ? consents.add(purpose) : consents.remove(purpose);
        }
    }

    void tag(List<String> wanted, long sequence) {
        if (isNews("tags", sequence)) {
            tags = List.copyOf(wanted);
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
            deals = together(deals, List.of(deal));
        }
    }

    private static List<Deal> together(List<Deal> these, List<Deal> those) {
        BinaryOperator<Deal> both = Deal::and;
        return new ArrayList<>(Stream.concat(these.stream(), those.stream())
                .collect(Collectors.toMap(Deal::couponId, deal -> deal, both, LinkedHashMap::new))
                .values());
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
            deals = together(deals, merged.deals);
            merged.likings.stream().filter(liking -> !likings.contains(liking)).forEach(likings::add);
            merged.contacts.stream()
                    .filter(contact -> !contacts.contains(contact))
                    .forEach(contacts::add);
        }
    }

    /** Nothing stays but that there is nobody. */
    void forget(@Nullable String becomes) {
        gone = true;
        survivor = survivor == null ? becomes : survivor;
        consumer = false;
        seen = new HashMap<>();
        consents = new TreeSet<>();
        customer = false;
        tags = List.of();
        gender = null;
        bornFrom = null;
        homeBranch = null;
        deals = new ArrayList<>();
        likings = new ArrayList<>();
        contacts = new ArrayList<>();
    }

    /** @return false when the person has been contacted often enough; the same sending asks once */
    boolean contact(Contact wanted, int times, int sinceDay) {
        if (contacts.stream()
                .anyMatch(one -> one.purpose().equals(wanted.purpose())
                        && one.snapshotId().equals(wanted.snapshotId()))) {
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
        deals = new ArrayList<>(deals.stream()
                .filter(deal -> deal.latest() >= sinceDay || deal.isUntold())
                .sorted(Comparator.comparingInt(Deal::latest).reversed().thenComparing(Deal::couponId))
                .limit(mostDeals)
                .toList());
        Set<String> known = deals.stream().map(Deal::merchantId).collect(Collectors.toCollection(LinkedHashSet::new));
        likedShops = likings.stream().map(Liking::merchantId).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(likedShops);
        shops.removeIf(shop -> !known.contains(shop.id()));
        counts = Counts.of(deals, shops).bytes();
        if (contacts.size() > MOST_CONTACTS) {
            contacts = new ArrayList<>(contacts.subList(contacts.size() - MOST_CONTACTS, contacts.size()));
        }
        places = Stream.concat(
                        shops.stream().map(Shop::path),
                        Stream.ofNullable(homeBranch).map(branch -> "/hq/" + branch + "/"))
                .filter(Objects::nonNull)
                .flatMap(Place::andAbove)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Deal> deals() {
        return deals;
    }
}
