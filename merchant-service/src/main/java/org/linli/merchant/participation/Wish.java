package org.linli.merchant.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Side;

/**
 * A person's wish to take part, all conditions but the limits being met.
 *
 * @param rightAnswers 0 without questions
 * @param companion the other one of an invitation
 * @param keyScope the idempotency key, scoped
 * @param bodyHash the same key with another body is another wish, and refused
 */
record Wish(
        String consumerId,
        Instant at,
        @Nullable String sceneId,
        int rightAnswers,
        @Nullable Side side,
        @Nullable String companion,
        @Nullable String message,
        @Nullable String pledge,
        String keyScope,
        String bodyHash) {
    @Override
    public String toString() {
        return "Wish[" + consumerId + "]";
    }
}
