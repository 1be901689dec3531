package org.linli.merchant.favourite;

/** What became of a wish to remember something. */
sealed interface FavourResult {
    record Kept(Favourite favourite) implements FavourResult {}

    record Refused(Reason reason) implements FavourResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN_TARGET,
        TOO_MANY
    }
}
