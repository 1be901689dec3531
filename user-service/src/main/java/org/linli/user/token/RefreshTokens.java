package org.linli.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final int LONGEST_DEVICE = 100;
    private static final int MOST_SESSIONS = 200;

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
        mongo.indexOps(COLLECTION).createIndex(new Index("userId", Sort.Direction.ASC).named("families_of_a_user"));
    }

    /** A login that has begun. */
    public record Opened(String refreshToken, String sessionId) {
        @Override
        public String toString() {
            return "Opened[" + sessionId + "]";
        }
    }

    /** A login that goes on. */
    public record Session(String id, @Nullable String device, Instant openedAt, Instant lastUsedAt, Instant expiresAt) {
        private static Session of(RefreshFamily family) {
            Instant lastUsed = family.lastUsedAt();
            return new Session(
                    RefreshToken.sessionId(family.id()),
                    family.device(),
                    family.openedAt(),
                    lastUsed == null ? family.openedAt() : lastUsed,
                    family.expiresAt());
        }
    }

    /** Begins a login. */
    public Opened open(Principal principal) {
        return open(principal, null);
    }

    /** @param device what the client says it is; only the beginning is kept */
    public Opened open(Principal principal, @Nullable String device) {
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
                        device == null || device.length() <= LONGEST_DEVICE
                                ? device
                                : device.substring(0, LONGEST_DEVICE),
                        now,
                        null,
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
        Update replacement = Update.update("currentHash", next.hash()).set("lastUsedAt", clock.instant());
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

    /** Someone's logins that go on, the latest first; the two hundred latest of them. */
    public List<Session> sessionsOf(String userId) {
        return familiesOf(userId).stream().map(Session::of).toList();
    }

    private List<RefreshFamily> familiesOf(String userId) {
        Query going = Query.query(Criteria.where("userId")
                        .is(userId)
                        .and("revoked")
                        .is(false)
                        .and("expiresAt")
                        .gt(clock.instant()))
                .with(Sort.by(Sort.Direction.DESC, "openedAt"))
                .limit(MOST_SESSIONS);
        return mongo.find(going, RefreshFamily.class, COLLECTION);
    }

    /** @return false when this person has no such login */
    public boolean end(String userId, String sessionId) {
        return familiesOf(userId).stream()
                .filter(family -> RefreshToken.sessionId(family.id()).equals(sessionId))
                .peek(family -> revoke(family.id()))
                .findFirst()
                .isPresent();
    }

    /** @param exceptSessionId the one that goes on; null = none does */
    public void endAll(String userId, @Nullable String exceptSessionId) {
        List<RefreshFamily> ending;
        do {
            ending = familiesOf(userId).stream()
                    .filter(family -> !RefreshToken.sessionId(family.id()).equals(exceptSessionId))
                    .toList();
            ending.forEach(family -> revoke(family.id()));
        } while (!ending.isEmpty());
    }

    /** Lets all of someone's logins go, those that are over included; their access tokens must be called back besides. */
    public void forget(String userId) {
        mongo.remove(Query.query(Criteria.where("userId").is(userId)), COLLECTION);
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
