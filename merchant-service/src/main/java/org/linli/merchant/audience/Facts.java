package org.linli.merchant.audience;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** What a rule may ask about one consumer; read without the history that it was made from. */
record Facts(
        String id,
        Set<String> consents,
        boolean customer,
        Set<String> tags,
        @Nullable String gender,
        @Nullable Integer bornFrom,
        @Nullable String homeBranch,
        List<Shop> shops,
        Counts counts,
        Set<String> likedShops,
        List<Contact> contacts) {
    static final List<String> FIELDS = List.of(
            "consents",
            "customer",
            "tags",
            "gender",
            "bornFrom",
            "homeBranch",
            "shops",
            "counts",
            "likedShops",
            "contacts");

    static Facts of(Document stored) {
        Binary counts = stored.get("counts", Binary.class);
        return new Facts(
                stored.getString("_id"),
                texts(stored, "consents"),
                stored.getBoolean("customer", false),
                texts(stored, "tags"),
                stored.getString("gender"),
                stored.getInteger("bornFrom"),
                stored.getString("homeBranch"),
                parts(stored, "shops").stream().map(Facts::shop).toList(),
                counts == null ? Counts.NONE : new Counts(counts.getData()),
                texts(stored, "likedShops"),
                parts(stored, "contacts").stream().map(Facts::contact).toList());
    }

    /** Of whom no event has told yet. */
    static Facts unknown(String id) {
        return new Facts(id, Set.of(), false, Set.of(), null, null, null, List.of(), Counts.NONE, Set.of(), List.of());
    }

    private static Set<String> texts(Document stored, String field) {
        List<String> texts = stored.getList(field, String.class);
        return texts == null ? Set.of() : Set.copyOf(texts);
    }

    private static List<Document> parts(Document stored, String field) {
        List<Document> parts = stored.getList(field, Document.class);
        return parts == null ? List.of() : parts;
    }

    private static Shop shop(Document one) {
        return new Shop(
                one.getString("_id"),
                one.getString("category"),
                one.getString("path"),
                one.getDouble("lat"),
                one.getDouble("lng"));
    }

    private static Contact contact(Document one) {
        return new Contact(one.getString("p"), one.getInteger("d"), one.getString("s"));
    }

    boolean allows(String purpose) {
        return consents.contains(purpose);
    }
}
