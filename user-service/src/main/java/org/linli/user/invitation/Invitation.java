package org.linli.user.invitation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.user.identity.MerchantRole;

/**
 * Someone is asked to work for a merchant.
 *
 * @param code stands in the message, too: by it the invited knows that the invitation is the one they were told of
 * @param acceptedBy set before they join: from then on it cannot be revoked any more
 */
record Invitation(
        String id,
        String phoneIndex,
        String phoneEncrypted,
        MerchantRole role,
        String code,
        Instant invitedAt,
        @Nullable String acceptedBy) {
    static final Duration VALID = Duration.ofDays(7);

    boolean isOpen(Instant now) {
        return now.isBefore(expiresAt());
    }

    Instant expiresAt() {
        return invitedAt.plus(VALID);
    }

    Invitation acceptedBy(@Nullable String userId) {
        return new Invitation(id, phoneIndex, phoneEncrypted, role, code, invitedAt, userId);
    }

    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
