package org.linli.user.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.user.token.AccessTokens;
import org.linli.user.token.Principal;
import org.linli.user.token.RefreshTokens;
import org.linli.user.token.Rotation;
import org.springframework.stereotype.Component;

/** Opens, renews and closes what a login gives. */
@Component
class Sessions {
    /** What a client gets. */
    record Tokens(String accessToken, String refreshToken, long expiresInSeconds) {
        @Override
        public String toString() {
            return "Tokens[hidden]";
        }
    }

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Principals principals;

    Sessions(AccessTokens accessTokens, RefreshTokens refreshTokens, Principals principals) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.principals = principals;
    }

    /**
     * Looks once more after it has opened: whoever ends the logins meanwhile either finds this one or is found here.
     *
     * @return empty when what let the principal in has ended
     */
    Optional<Tokens> open(Principal principal, @Nullable String device) {
        RefreshTokens.Opened opened = refreshTokens.open(principal, device);
        if (!principals.isStillGood(principal)) {
            refreshTokens.close(opened.refreshToken());
            return Optional.empty();
        }
        return Optional.of(tokens(principal, opened.refreshToken(), opened.sessionId()));
    }

    /** Roles and memberships are those of this moment, not of the login. */
    Renewal renew(String refreshToken) {
        return refreshTokens.rotate(refreshToken).fold(this::renewed, Renewal.Reused::new, Renewal.Invalid::new);
    }

    private Renewal renewed(Rotation.Rotated rotated) {
        Principal principal =
                principals.current(rotated.kind(), rotated.userId()).orElse(null);
        if (principal == null) {
            refreshTokens.close(rotated.refreshToken());
            return new Renewal.Invalid();
        }
        return new Renewal.Renewed(tokens(principal, rotated.refreshToken(), rotated.sessionId()));
    }

    void close(String refreshToken) {
        refreshTokens.close(refreshToken);
    }

    private Tokens tokens(Principal principal, String refreshToken, String sessionId) {
        return new Tokens(
                accessTokens.issue(principal, sessionId), refreshToken, accessTokens.lifetimeSeconds(principal));
    }
}
