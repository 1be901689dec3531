package org.linli.wechat.nearby;

import java.util.List;

/** What a search around a place gave. */
public sealed interface NearbyAnswer {
    /** Nearest first; empty when there is nothing within the radius. */
    record Found(List<NearbyOffer> offers) implements NearbyAnswer {}

    /** The follower has not sent a place yet, or too long ago. */
    record PlaceUnknown() implements NearbyAnswer {}

    record Unavailable() implements NearbyAnswer {}
}
