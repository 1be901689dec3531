package org.linli.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.starter.security.Revocation;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Refresh tokens: each works once and is followed by another. One that comes a second time revokes its family, because
 * it cannot be told whether the thief or the owner came first; a client whose answer got lost logs in again.
 */
@Component
public class RefreshTokens {
    private static final String COLLECTION = "refresh_families";

    private final MongoOperations mongo;
    private final RevocationStore revocations;
    private final TokenSettings settings;
    private final Clock clock;

    RefreshTokens(MongoOperations mongo, RevocationStore revocations, TokenSettings settings, Clock clock) {
        this.mongo = mongo;
        this.revocations = revocations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Only tidies up where the store knows how to; an expired family is refused all the same. */
    @EventListener(ApplicationReadyEvent.class)
    void letOldFamiliesGo() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("expiresAt", Sort.Direction.ASC)
                        .named("expired_families")
                        .expire(Duration.ofDays(1)));
    }

    /** A login that has begun. */
    public record Opened(String refreshToken, String sessionId) {
        @Override
        public String toString() {
            return "Opened[" + sessionId + "]";
        }
    }

    /** Begins a login. */
    public Opened open(Principal principal) {
        RefreshToken token = RefreshToken.ofNewFamily();
        Instant now = clock.instant();
        Duration lifetime =
                switch (principal.kind()) {
                    case STAFF -> settings.staffLifetime();
                    case CONSUMER, MERCHANT -> settings.personLifetime();
                };
        mongo.insert(
                new RefreshFamily(
                        token.familyId(),
                        principal.id(),
                        principal.kind(),
                        token.hash(),
                        false,
                        now,
                        now.plus(lifetime)),
                COLLECTION);
        return new Opened(token.text(), token.sessionId());
    }

    /** Replaces the family's token by a new one; of several at once with the same token exactly one succeeds. */
    public Rotation rotate(String text) {
        RefreshToken token = RefreshToken.parse(text).orElse(null);
        RefreshFamily family = token == null ? null : mongo.findById(token.familyId(), RefreshFamily.class, COLLECTION);
        if (token == null
                || family == null
                || family.revoked()
                || !clock.instant().isBefore(family.expiresAt())) {
            return new Rotation.Invalid();
        }
        RefreshToken next = token.successor();
        Query stillCurrent = Query.query(Criteria.where("_id")
                .is(family.id())
                .and("currentHash")
                .is(token.hash())
                .and("revoked")
                .is(false));
        Update replacement = Update.update("currentHash", next.hash());
        if (mongo.updateFirst(stillCurrent, replacement, COLLECTION).getModifiedCount() == 1) {
            return new Rotation.Rotated(family.userId(), family.kind(), next.text(), next.sessionId());
        }
        revoke(family.id());
        return new Rotation.Reused();
    }

    /** Ends a login; unknown tokens are as good as ended. */
    public void close(String text) {
        RefreshToken.parse(text).ifPresent(token -> revoke(token.familyId()));
    }

    /** Its refresh token is dead at once, its access token within seconds everywhere. What is no login leaves no trace. */
    private void revoke(String familyId) {
        Query going =
                Query.query(Criteria.where("_id").is(familyId).and("revoked").is(false));
        if (mongo.exists(going, COLLECTION)) {
            revocations.revoke(Revocation.session(RefreshToken.sessionId(familyId)));
            mongo.updateFirst(going, Update.update("revoked", true), COLLECTION);
        }
    }
}
