package org.linli.wechat.nearby;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last place a follower sent; never more than one, and for a day only: a history of places is personal data (P-4).
 *
 * @param id the follower's pseudonym
 * @param lat GCJ-02
 */
@Document(LastPlace.COLLECTION)
record LastPlace(
        @Id String id,
        double lat,
        double lng,
        @Indexed(expireAfter = "24h") Instant sentAt) {
    static final String COLLECTION = "last_places";
    static final Duration KEPT = Duration.ofHours(24);

    boolean isForgotten(Instant now) {
        return !now.isBefore(sentAt.plus(KEPT));
    }
}
