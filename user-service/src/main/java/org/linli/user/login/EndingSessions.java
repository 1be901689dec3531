package org.linli.user.login;

import org.linli.starter.security.Revocation;
import org.linli.user.identity.SessionEnding;
import org.linli.user.token.RevocationStore;
import org.springframework.stereotype.Component;

/**
 * Voids the tokens at hand. Whether a login may go on is asked at its renewal, where {@link Principals} knows who is
 * blocked, merged or forgotten.
 */
@Component
class EndingSessions implements SessionEnding {
    private final RevocationStore revocations;

    EndingSessions(RevocationStore revocations) {
        this.revocations = revocations;
    }

    @Override
    public void endAccess(String userId) {
        revocations.revoke(Revocation.subject(userId));
    }
}
