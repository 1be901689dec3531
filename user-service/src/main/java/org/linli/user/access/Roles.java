package org.linli.user.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The roles of staff: the built-in ones, which nobody changes, and the bank's own. */
@Component
public class Roles {
    private static final String COLLECTION = "roles";
    private static final int MOST = 200;

    private final MongoOperations mongo;
    private final AggregateStore<Role> store;
    private final AuditNotes notes;
    private final Permissions permissions;
    private final Clock clock;

    Roles(MongoOperations mongo, OutboxRelay relay, AuditNotes notes, Permissions permissions, Clock clock) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, Role.class, COLLECTION);
        this.notes = notes;
        this.permissions = permissions;
        this.clock = clock;
    }

    private static Optional<StaffRole> builtIn(String code) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(code))
                .findFirst();
    }

    /** Names of roles that people outside the staff have are taken too. */
    private boolean isReserved(String code) {
        return builtIn(code).isPresent() || !permissions.ofRole(code).isEmpty();
    }

    /** The permissions of a role of staff; none for a role that there is not, or not any more. */
    public Set<String> permissionsOf(String code) {
        return builtIn(code).isPresent()
                ? permissions.ofRole(code)
                : store.find(code).map(role -> role.content().permissions()).orElse(Set.of());
    }

    public boolean exists(String code) {
        return builtIn(code).isPresent() || find(code).isPresent();
    }

    /** Whether someone may have the role at this node: some belong to head office, independent of every branch. */
    public boolean mayBelongTo(String code, String organisationId) {
        return builtIn(code)
                .map(role -> role.mayBelongTo(organisationId))
                .orElseGet(() -> find(code)
                        .map(role -> !role.content().headOfficeOnly() || StaffRole.HEAD_OFFICE.equals(organisationId))
                        .orElse(false));
    }

    public Optional<Role> find(String code) {
        return store.find(code).filter(role -> !role.isDropped());
    }

    /** The bank's own roles, by code. */
    public List<Role> own() {
        return all().filter(role -> !role.isDropped()).toList();
    }

    private Stream<Role> all() {
        return store.find(new Query().with(Sort.by("_id")).limit(MOST)).stream();
    }

    /** Those that changed, or were dropped, and whose holders' tokens still say what is not so any more. */
    public List<Role> changed() {
        return all().filter(Role::hasStaleTokens).toList();
    }

    public Optional<Role> changed(String code) {
        return store.find(code).filter(Role::hasStaleTokens);
    }

    /** Those tokens are called back now; what was dropped goes for good. */
    public void settle(Role role) {
        if (role.isDropped()) {
            mongo.remove(Query.query(Criteria.where("_id").is(role.code())), COLLECTION);
        } else {
            store.change(role.code(), now -> now.tokensCalledBack(role.revision()), settled -> settled);
        }
    }

    /** How making, changing or dropping a role ended. */
    public enum Outcome {
        DONE,
        TAKEN,
        TOO_MANY,
        STALE,
        UNKNOWN,
        PERMISSION_UNKNOWN
    }

    public Outcome make(String code, Role.Content content) {
        if (isReserved(code) || store.find(code).isPresent()) {
            return Outcome.TAKEN;
        }
        if (!areGrantable(content.permissions())) {
            return Outcome.PERMISSION_UNKNOWN;
        }
        if (all().count() >= MOST) {
            return Outcome.TOO_MANY;
        }
        try {
            store.insert(Role.make(code, content, clock.instant()));
            return Outcome.DONE;
        } catch (DuplicateKeyException anotherWasFirst) {
            return Outcome.TAKEN;
        }
    }

    /** @param expected the revision that the caller has read */
    public Outcome change(String code, Role.Content content, int expected) {
        if (!areGrantable(content.permissions())) {
            return Outcome.PERMISSION_UNKNOWN;
        }
        return store.change(
                        code,
                        role -> {
                            if (role.isDropped()) {
                                return Outcome.UNKNOWN;
                            }
                            if (role.revision() != expected) {
                                return Outcome.STALE;
                            }
                            role.change(content);
                            return Outcome.DONE;
                        },
                        outcome -> outcome == Outcome.DONE)
                .orElse(Outcome.UNKNOWN);
    }

    /** The caller has seen that nobody has it; someone who gets it at the same moment has a role that grants nothing. */
    public Outcome drop(String code) {
        if (find(code).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        notes.write("role-dropped", code, AuditView.of("role", "/hq/"));
        return store.change(code, role -> {
                    role.drop();
                    return Outcome.DONE;
                })
                .orElse(Outcome.UNKNOWN);
    }

    private boolean areGrantable(Set<String> names) {
        return names.stream()
                .allMatch(name -> permissions
                        .named(name)
                        .filter(known -> !known.isInternal())
                        .isPresent());
    }
}
