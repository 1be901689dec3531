package org.linli.user.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.user.access.Role;
import org.linli.user.access.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls back tokens that say what is not so any more. What is to be called back stands in the changed document itself
 * and is struck out afterwards; whoever dies in between leaves it to the next pass, here or in another replica. Doing
 * it twice does no harm.
 */
@Component
class CallingBackTokens {
    private static final Logger log = LoggerFactory.getLogger(CallingBackTokens.class);
    private static final int MOST_AT_ONCE = 500;

    private final MongoOperations mongo;
    private final AggregateStore<StaffMember> store;
    private final StaffSearch search;
    private final Roles roles;
    private final ApplicationEventPublisher events;

    CallingBackTokens(
            MongoOperations mongo,
            OutboxRelay relay,
            StaffSearch search,
            Roles roles,
            ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, StaffMember.class, Staff.COLLECTION);
        this.search = search;
        this.roles = roles;
        this.events = events;
    }

    /** Of a member as just saved. */
    void of(StaffMember changed) {
        changed.staleTokens().ifPresent(stale -> {
            events.publishEvent(
                    new GrantsChanged(Set.of(changed.id()), stale.loginsEnd(), stale.goingOn(), !stale.areTrue()));
            events.publishEvent(GrantsChanged.of(Set.copyOf(stale.deputies())));
            store.change(changed.id(), member -> member.tokensCalledBack(stale.mark()), struck -> struck);
        });
    }

    /** Of everyone who has the role, and of their deputies. */
    void ofRole(String code) {
        roles.changed(code).ifPresent(this::of);
    }

    private void of(Role changed) {
        Set<String> concerned = new HashSet<>();
        search.having(changed.code()).forEach(member -> {
            concerned.add(member.id());
            member.currentLeave().map(Leave::deputyId).ifPresent(concerned::add);
        });
        events.publishEvent(GrantsChanged.of(concerned));
        roles.settle(changed);
    }

    /** What a crash left undone; soon enough for the half minute in which a revocation counts everywhere. */
    @Scheduled(fixedDelay = 10_000)
    void finish() {
        Query undone = Query.query(Criteria.where("staleTokens.mark").gt("")).limit(MOST_AT_ONCE);
        List<StaffMember> members = mongo.find(undone, StaffMember.class, Staff.COLLECTION);
        members.forEach(member -> attempt(() -> of(member)));
        roles.changed().forEach(role -> attempt(() -> of(role)));
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn("tokens will be called back later: {}", e.getClass().getName());
        }
    }
}
