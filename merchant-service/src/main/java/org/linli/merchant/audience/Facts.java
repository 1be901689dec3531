package org.linli.merchant.audience;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask about one consumer; read without the history that it was made from, and kept as one piece of JSON,
 * so that reading a hundred thousand of them is quick.
 *
 * @param borrower whether they owed the bank money when it was last heard; null = never heard
 */
record Facts(
        String id,
        Set<String> consents,
        boolean customer,
        @Nullable Boolean borrower,
        Set<String> tags,
        @Nullable String gender,
        @Nullable Integer bornFrom,
        @Nullable String homeBranch,
        List<Shop> shops,
        Counts counts,
        Set<String> likedShops,
        List<Contact> contacts) {
    /** Of whom no event has told yet. */
    static Facts unknown(String id) {
        return new Facts(
                id, Set.of(), false, null, Set.of(), null, null, null, List.of(), Counts.NONE, Set.of(), List.of());
    }

    boolean allows(String purpose) {
        return consents.contains(purpose);
    }
}
