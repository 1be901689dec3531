package org.linli.user.token;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One login and all its refresh tokens, of which only the latest is good.
 *
 * @param currentHash of the latest token
 * @param expiresAt the login's end, whatever is refreshed
 */
record RefreshFamily(
        @Id String id,
        String userId,
        Principal.Kind kind,
        String currentHash,
        boolean revoked,
        Instant openedAt,
        Instant expiresAt) {}
