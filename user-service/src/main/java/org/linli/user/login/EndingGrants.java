package org.linli.user.login;

import org.linli.starter.security.Revocation;
import org.linli.user.organisation.GrantsChanged;
import org.linli.user.token.RefreshTokens;
import org.linli.user.token.RevocationStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Voids tokens that say what is not so any more; the next renewal says what is. */
@Component
class EndingGrants {
    private final RevocationStore revocations;
    private final RefreshTokens refreshTokens;

    EndingGrants(RevocationStore revocations, RefreshTokens refreshTokens) {
        this.revocations = revocations;
        this.refreshTokens = refreshTokens;
    }

    /** Within the call that changed them: it answers only when the old tokens are on their way out. */
    @EventListener
    void on(GrantsChanged changed) {
        for (String staffId : changed.staffIds()) {
            if (changed.tokensStale()) {
                revocations.revoke(Revocation.subject(staffId));
            }
            if (changed.loginsEnd()) {
                refreshTokens.endAll(staffId, changed.goingOn());
            }
        }
    }
}
