package org.linli.user.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One login and all its refresh tokens, of which only the latest is good.
 *
 * @param currentHash of the latest token
 * @param device what the client says it is, cut short; null = nothing
 * @param lastUsedAt of the latest renewal; null = never renewed
 * @param expiresAt the login's end, whatever is refreshed
 */
record RefreshFamily(
        @Id String id,
        String userId,
        Principal.Kind kind,
        String currentHash,
        boolean revoked,
        @Nullable String device,
        Instant openedAt,
        @Nullable Instant lastUsedAt,
        Instant expiresAt) {}
