package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.DelegationLimit.Grant;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What single persons may decide, proposed by one and confirmed by another (rules L-8, P-2). */
@Component
class DelegationLimits {
    private final AggregateStore<DelegationLimit> limits;
    private final ApprovalSettings settings;
    private final Clock clock;

    DelegationLimits(MongoOperations mongo, OutboxRelay relay, ApprovalSettings settings, Clock clock) {
        this.limits = new AggregateStore<>(mongo, relay, DelegationLimit.class, DelegationLimit.COLLECTION);
        this.settings = settings;
        this.clock = clock;
    }

    /** The person's own limit at a place: of several the one set nearest to it. */
    OptionalLong of(String subject, Level level, String path, LocalDate day) {
        List<String> ids = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            ids.add(DelegationLimit.idOf(subject, path.substring(0, slash + 1)));
        }
        return limits.findAll(ids).stream()
                .filter(limit -> limit.amountFen(level, day).isPresent())
                .max(Comparator.comparing(limit -> limit.organisationPath().length()))
                .flatMap(limit -> limit.amountFen(level, day))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    Optional<DelegationLimit> find(String subject, String path, Caller caller) {
        return caller.oversees(path) ? limits.find(DelegationLimit.idOf(subject, path)) : Optional.empty();
    }

    /** Proposes a limit; more than the level's band only for a time. */
    LimitOutcome propose(String subject, String path, Wish wish, Caller caller) {
        if (!caller.oversees(path)) {
            return new LimitOutcome.NotFound();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = ApprovalSettings.businessDate(now);
        if (!isBounded(wish, today)) {
            return new LimitOutcome.NeedsAnEnd(settings.limitDays());
        }
        if (caller.subject().equals(subject)) {
            return new LimitOutcome.FourEyesConflict(FourEyes.Reason.OWN_CASE);
        }
        Grant grant = new Grant(
                wish.level(), wish.amountFen(), wish.until(), wish.reason(), caller.subject(), now, null, null);
        return stored(DelegationLimit.of(subject, path, grant), grant);
    }

    private LimitOutcome stored(DelegationLimit fresh, Grant grant) {
        try {
            return new LimitOutcome.Done(limits.insert(fresh));
        } catch (DuplicateKeyException known) {
            return limits.change(fresh.id(), (DelegationLimit limit) -> {
                        limit.propose(grant);
                        return (LimitOutcome) new LimitOutcome.Done(limit);
                    })
                    .orElseThrow();
        }
    }

    private boolean isBounded(Wish wish, LocalDate today) {
        boolean raises = wish.amountFen() > settings.editionOn(today).bands().ceiling(wish.level());
        LocalDate until = wish.until();
        if (until == null) {
            return !raises;
        }
        return !until.isBefore(today) && !until.isAfter(today.plusDays(settings.limitDays()));
    }

    /**
     * Puts the proposed limit in force: neither the person nor who proposed it may, nor a deputy of theirs.
     *
     * @param amountFen what the confirming person saw: another proposal meanwhile is not confirmed unseen
     */
    LimitOutcome confirm(String subject, String path, long amountFen, Caller caller) {
        if (!caller.oversees(path)) {
            return new LimitOutcome.NotFound();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return limits.change(
                        DelegationLimit.idOf(subject, path),
                        limit -> confirmed(limit, amountFen, caller, now),
                        LimitOutcome.Done.class::isInstance)
                .orElseGet(LimitOutcome.NotFound::new);
    }

    private static LimitOutcome confirmed(DelegationLimit limit, long amountFen, Caller caller, Instant now) {
        Optional<Grant> proposed = limit.proposed().filter(grant -> grant.amountFen() == amountFen);
        if (proposed.isEmpty()) {
            return new LimitOutcome.NothingProposed();
        }
        FourEyes.Case about =
                new FourEyes.Case(Set.of(limit.subject()), Set.of(proposed.get().proposedBy()), Set.of(), "");
        if (FourEyes.judge(about, FourEyes.Decider.of(caller)) instanceof FourEyes.Conflict conflict) {
            return new LimitOutcome.FourEyesConflict(conflict.reason());
        }
        limit.confirm(caller.subject(), now);
        return new LimitOutcome.Done(limit);
    }

    /** @param until the last day */
    record Wish(Level level, long amountFen, @Nullable LocalDate until, String reason) {}
}
