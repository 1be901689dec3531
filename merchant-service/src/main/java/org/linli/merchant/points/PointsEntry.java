package org.linli.merchant.points;

import java.time.Instant;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One line of somebody's ledger. Its id follows from whose and what for: the same occasion is written once.
 *
 * @param source what gave them, such as a campaign's id
 */
@Document(PointsLedger.COLLECTION)
@TypeAlias("points-entry")
record PointsEntry(@Id String id, String consumerId, long points, String source, String occasion, Instant at) {
    private static final int PREFIX_LENGTH = 16;
    /** Sorts after every hexadecimal digit. */
    private static final String AFTER_HEX = "g";

    static PointsEntry of(String consumerId, long points, String source, String occasion, Instant at) {
        String id = prefix(consumerId) + Ids.derived("points", consumerId, occasion);
        return new PointsEntry(id, consumerId, points, source, occasion, at);
    }

    static String prefix(String consumerId) {
        return Ids.hash("consumer", consumerId).substring(0, PREFIX_LENGTH);
    }

    static String afterPrefix(String consumerId) {
        return prefix(consumerId) + AFTER_HEX;
    }
}
