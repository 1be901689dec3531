package org.linli.merchant.audience;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What events of the person alone have told. Each carries a part of the state; of each part the event with the highest
 * number counts.
 */
class Told {
    private final Map<String, Long> seen;
    private final Set<String> consents;
    private boolean customer;
    private @Nullable Boolean borrower;
    private Set<String> tags;
    private @Nullable String gender;
    private @Nullable Integer bornFrom;
    private @Nullable String homeBranch;

    private Told(Facts facts, History history) {
        seen = new HashMap<>(history.seen());
        consents = new TreeSet<>(facts.consents());
        customer = facts.customer();
        borrower = history.owesByBinding(facts);
        tags = facts.tags();
        gender = facts.gender();
        bornFrom = facts.bornFrom();
        homeBranch = facts.homeBranch();
    }

    static Told of(Facts facts, History history) {
        return new Told(facts, history);
    }

    /** Whether this part of the person is news; from then on it is not. */
    boolean isNews(String part, long sequence) {
        boolean news = sequence > seen.getOrDefault(part, 0L);
        if (news) {
            seen.put(part, sequence);
        }
        return news;
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

    Map<String, Long> seen() {
        return seen;
    }

    /** Whether the bank said at the last binding that the person owes it money; null = never heard, or not bound. */
    @Nullable Boolean borrower() {
        return borrower;
    }

    @Nullable String homeBranch() {
        return homeBranch;
    }

    boolean allows(String purpose) {
        return consents.contains(purpose);
    }

    /** @param borrower what the binding and the loans say together */
    Facts facts(
            String id,
            @Nullable Boolean borrower,
            List<Shop> shops,
            Counts counts,
            Set<String> likedShops,
            List<Contact> contacts) {
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
}
