package org.linli.events;

import java.time.Instant;

/** What people like. Pseudonyms and ids only. */
public sealed interface FavouriteEvent extends DomainEvent {
    String consumerId();

    /** OFFER, MERCHANT or FOLLOWED: a shop whose news the person wants to hear. */
    String kind();

    String targetId();

    /** The shop that it is, or whose offer it is. */
    String merchantId();

    record Added(String consumerId, String kind, String targetId, String merchantId, Instant at)
            implements FavouriteEvent {}

    record Removed(String consumerId, String kind, String targetId, String merchantId, Instant at)
            implements FavouriteEvent {}
}
