package org.linli.wechat.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.wechat.message.Reply;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One message and, once known, its answer. Kept far longer than WeChat's third delivery can take, then forgotten.
 *
 * @param workUntil while this lies ahead somebody is working; when it has passed without an answer, they were lost
 * @param answer text of the reply, empty for silence; null while unknown
 */
@Document(Delivery.COLLECTION)
record Delivery(
        @Id String id,
        @Indexed(expireAfter = "10m") Instant receivedAt,
        Instant workUntil,
        @Nullable String answer) {
    static final String COLLECTION = "deliveries";
    static final Duration KEPT = Duration.ofMinutes(10);

    boolean isForgotten(Instant now) {
        return !now.isBefore(receivedAt.plus(KEPT));
    }

    Claim seenAt(Instant now) {
        if (isForgotten(now)) {
            return new Claim.First();
        }
        if (answer != null) {
            return new Claim.Answered(new Reply(answer));
        }
        return now.isBefore(workUntil) ? new Claim.UnderWork() : new Claim.First();
    }
}
