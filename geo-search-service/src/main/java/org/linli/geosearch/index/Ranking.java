package org.linli.geosearch.index;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What comes first. A rank is a whole number, the lower the earlier; of equal ranks the nearest comes first, then the
 * id decides.
 */
public enum Ranking {
    DISTANCE(null, false, offer -> 0),
    DISCOUNT("discount", true, offer -> -offer.discount()),
    POPULARITY("claimed", true, offer -> -offer.claimed()),
    ENDING("validUntil", false, OfferDocument::validUntil),
    /** How well keywords fit; only the index knows. */
    RELEVANCE("_score", true, offer -> 0);

    private final @Nullable String field;
    private final boolean highestFirst;
    private final ToLongFunction<OfferDocument> rank;

    Ranking(@Nullable String field, boolean highestFirst, ToLongFunction<OfferDocument> rank) {
        this.field = field;
        this.highestFirst = highestFirst;
        this.rank = rank;
    }

    @Nullable String field() {
        return field;
    }

    boolean highestFirst() {
        return highestFirst;
    }

    /** Whether it can be told from a merchant too. */
    public boolean isForMerchants() {
        return this == DISTANCE || this == RELEVANCE;
    }

    /** Not for {@link #RELEVANCE}. */
    public long rank(PlacedDocument document) {
        return document instanceof OfferDocument offer ? rank.applyAsLong(offer) : 0;
    }
}
