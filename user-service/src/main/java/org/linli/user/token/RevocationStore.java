package org.linli.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.starter.security.RevocationSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The revocations of the last minutes: older ones concern tokens that have ended by themselves. */
@Component
public class RevocationStore implements RevocationSource {
    private static final String COLLECTION = "revocations";
    private static final int MOST = 5_000;

    private record Entry(@Id String mark, String holder, Instant at) {}

    private final MongoOperations mongo;
    private final Duration matters;
    private final Clock clock;

    RevocationStore(MongoOperations mongo, TokenSettings settings, Clock clock) {
        this.mongo = mongo;
        this.matters = settings.accessLifetime().plusMinutes(1);
        this.clock = clock;
    }

    /** Only tidies up where the store knows how to. */
    @EventListener(ApplicationReadyEvent.class)
    void letOldOnesGo() {
        mongo.indexOps(COLLECTION)
                .createIndex(new Index("at", Sort.Direction.ASC)
                        .named("old_revocations")
                        .expire(Duration.ofHours(1)));
    }

    /** Voids all tokens of the holder that exist at this moment; see {@link Revocation} for how to name one. */
    public void revoke(String holder) {
        mongo.insert(new Entry(Ids.next(), holder, clock.instant()), COLLECTION);
    }

    @Override
    public List<Revocation> after(String afterMark) {
        Query query = Query.query(Criteria.where("_id")
                        .gt(afterMark)
                        .and("at")
                        .gt(clock.instant().minus(matters)))
                .with(Sort.by("_id"))
                .limit(MOST);
        return mongo.find(query, Entry.class, COLLECTION).stream()
                .map(entry -> new Revocation(entry.mark, entry.holder))
                .toList();
    }
}
