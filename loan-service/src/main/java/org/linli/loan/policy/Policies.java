package org.linli.loan.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.policy.kernel.PolicyValues;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The versions of the policy values: prepared by one, reviewed by another, in force from a day on. */
@Component
public class Policies {
    static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FIRST = 1;
    private static final int MOST = 1_000;
    private static final int ATTEMPTS = 16;

    private final AggregateStore<PolicyVersion> store;
    private final PolicyValues first;
    private final Clock clock;

    Policies(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, PolicyVersion.class, PolicyVersion.COLLECTION);
        this.first = StoredForm.values(text("/policy/values-1.json"));
        this.clock = clock;
    }

    private static String text(String resource) {
        try (InputStream in = Policies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A version as decisions use it. */
    public record Numbered(int number, PolicyValues values) {}

    /** Of those accepted for this day or an earlier one, the one of the latest day; of one day, the latest version. */
    public Numbered inForce(LocalDate on) {
        return all().stream()
                .filter(version -> version.isInForce(on))
                .max(Comparator.comparing(
                                PolicyVersion::effectiveFrom, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(PolicyVersion::number))
                .map(version -> new Numbered(version.number(), version.policyValues()))
                .orElseGet(() -> new Numbered(FIRST, first));
    }

    /** Any version, also one that is still waiting or was turned down: for trying out. */
    public Optional<Numbered> numbered(int number) {
        return number == FIRST
                ? Optional.of(new Numbered(FIRST, first))
                : find(number).map(version -> new Numbered(number, version.policyValues()));
    }

    Optional<PolicyVersion> find(int number) {
        return store.find(PolicyVersion.idOf(number));
    }

    /** Newest first. The first version is part of the software and not in the list. */
    List<PolicyVersion> all() {
        return store.find(new Query().with(Sort.by(Sort.Direction.DESC, "_id")).limit(MOST));
    }

    PolicyVersion prepare(PolicyValues values, String note, Caller caller) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int next = all().stream().findFirst().map(PolicyVersion::number).orElse(FIRST) + 1;
            if (next > MOST) {
                throw new IllegalStateException("more than " + MOST + " versions of the policies");
            }
            try {
                return store.insert(PolicyVersion.prepared(next, values, note, caller.subject(), now()));
            } catch (DuplicateKeyException takenJustNow) {
                // somebody else prepared one at the same moment: the next number is free
            }
        }
        throw new OptimisticLockingFailureException("too many versions of the policies at once");
    }

    PolicyReview review(int number, boolean accept, @Nullable LocalDate from, String why, Caller caller) {
        LocalDate today = today();
        LocalDate effective = from == null ? today : from;
        if (accept && effective.isBefore(today)) {
            return new PolicyReview.InThePast(today);
        }
        FourEyes.Decider decider = FourEyes.Decider.of(caller);
        return store.change(
                        PolicyVersion.idOf(number),
                        version -> version.review(decider, accept, accept ? effective : null, why, now()),
                        PolicyReview.Done.class::isInstance)
                .orElseGet(PolicyReview.Absent::new);
    }

    LocalDate today() {
        return clock.instant().atZone(BANK_ZONE).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
