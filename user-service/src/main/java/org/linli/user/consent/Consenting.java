package org.linli.user.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.ConsentDecision;
import org.linli.user.identity.ConsentPurpose;
import org.linli.user.identity.Consents;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Keeps every decision: the latest with the person, old ones in documents of their own, none ever changed. */
@Component
public class Consenting {
    private static final String ARCHIVE = "consent_archive";
    private static final int ATTEMPTS = 8;

    /** @param id user and number of the part: writing it again after a crash hits the same document */
    private record Part(@Id String id, List<ConsentDecision> decisions) {}

    private final MongoOperations mongo;
    private final Users users;
    private final Clock clock;

    Consenting(MongoOperations mongo, Users users, Clock clock) {
        this.mongo = mongo;
        this.users = users;
        this.clock = clock;
    }

    Consents of(String userId) {
        return user(userId).consents();
    }

    private User user(String userId) {
        return users.current(userId).orElseThrow(ProblemException::notFound);
    }

    Consents decide(String userId, ConsentPurpose purpose, boolean granted, String textVersion) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            makeRoom(userId);
            ConsentDecision decision = new ConsentDecision(purpose, granted, textVersion, clock.instant());
            Optional<Consents> decided = users.change(userId, user -> {
                if (user.consents().isFull()) {
                    return Optional.empty();
                }
                user.decide(decision);
                return Optional.of(user.consents());
            });
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        throw new IllegalStateException("a consent history that fills up faster than it is archived");
    }

    /** The part is stored before it leaves the person's document: a crash in between loses nothing. */
    private void makeRoom(String userId) {
        User user = user(userId);
        while (user.consents().isFull()) {
            Consents full = user.consents();
            try {
                mongo.insert(new Part(partId(user.id(), full.archived()), full.oldest()), ARCHIVE);
            } catch (DuplicateKeyException storedBefore) {
                // the history only grows at its end: the same part has the same content
            }
            users.change(user.id(), one -> one.archiveConsents(full.archived()));
            user = user(userId);
        }
    }

    /** From the first decision to the last. */
    public List<ConsentDecision> historyOf(User user) {
        List<ConsentDecision> all = new ArrayList<>();
        for (int number = 0; number < user.consents().archived(); number++) {
            Part part = mongo.findById(partId(user.id(), number), Part.class, ARCHIVE);
            all.addAll(part == null ? List.of() : part.decisions);
        }
        all.addAll(user.consents().history());
        return all;
    }

    private static String partId(String userId, int number) {
        return userId + ":" + number;
    }
}
