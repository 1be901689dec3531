package org.linli.user.rights;

import java.util.List;
import org.linli.user.identity.PersonPart;
import org.linli.user.token.RefreshTokens;
import org.springframework.stereotype.Component;

/** Logins of someone who is forgotten, with the devices they were made from. */
@Component
class SessionTraces implements PersonPart {
    private final RefreshTokens refreshTokens;

    SessionTraces(RefreshTokens refreshTokens) {
        this.refreshTokens = refreshTokens;
    }

    @Override
    public void forget(String userId, List<String> phoneIndexes) {
        refreshTokens.forget(userId);
    }
}
