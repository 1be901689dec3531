package org.linli.user.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.linli.user.access.Roles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The bank's members of staff: hiring, changing what they may do, absence, letting go. */
@Component
public class Staff {
    static final String COLLECTION = "staff";

    private final MongoOperations mongo;
    private final AggregateStore<StaffMember> store;
    private final Organisations organisations;
    private final Posts posts;
    private final Passwords passwords;
    private final CallingBackTokens callingBack;
    private final Clock clock;

    Staff(
            MongoOperations mongo,
            OutboxRelay relay,
            Organisations organisations,
            Admissions admissions,
            Roles roles,
            Passwords passwords,
            CallingBackTokens callingBack,
            Clock clock) {
        this.mongo = mongo;
        this.store = new AggregateStore<>(mongo, relay, StaffMember.class, COLLECTION);
        this.organisations = organisations;
        this.posts = new Posts(organisations, admissions, roles);
        this.passwords = passwords;
        this.callingBack = callingBack;
        this.clock = clock;
    }

    Staffing hire(Caller by, Candidate candidate) {
        Staffing.Refusal why = posts.mayHand(
                by, StaffMember.idOf(candidate.username()), candidate.place().assignments());
        return why == null ? hire(candidate) : new Staffing.Refused(why);
    }

    /** Without anybody who hires: for the first member of staff. */
    Staffing hire(Candidate candidate) {
        StaffMember.Place place = candidate.place();
        Staffing.Refusal why = organisations.exists(place.home().id())
                ? posts.unfit(place.assignments())
                : Staffing.Refusal.ORGANISATION_UNKNOWN;
        if (why == null && find(candidate.username()).isPresent()) {
            why = Staffing.Refusal.USERNAME_TAKEN;
        }
        return why == null ? posts.during(place.nodes(), () -> insert(candidate)) : new Staffing.Refused(why);
    }

    private Staffing insert(Candidate candidate) {
        try {
            return new Staffing.Done(store.insert(StaffMember.hire(
                    candidate.username(),
                    candidate.displayName(),
                    passwords.hash(candidate.password()),
                    candidate.place(),
                    clock.instant())));
        } catch (DuplicateKeyException e) {
            return new Staffing.Refused(Staffing.Refusal.USERNAME_TAKEN);
        }
    }

    Staffing assign(Caller by, StaffMember target, List<Assignment> others) {
        List<Assignment> touched =
                Stream.concat(target.assignments().stream(), others.stream()).toList();
        Staffing.Refusal unfit = posts.unfit(others);
        return unfit != null
                ? new Staffing.Refused(unfit)
                : posts.during(
                        others.stream().map(Assignment::node).toList(),
                        () -> change(by, target, touched, false, doing(member -> member.assign(others))));
    }

    Staffing move(Caller by, StaffMember target, Node home) {
        return posts.during(
                List.of(home),
                () -> change(by, target, target.assignments(), false, doing(member -> member.move(home))));
    }

    /** Goes along with a node that hangs elsewhere now; tokens say the old place. */
    void follow(String staffId, Node node) {
        store.change(staffId, member -> {
                    member.follow(node);
                    List<String> deputies = deputyOf(member).stream().toList();
                    member.callBackTokens(StaleTokens.ofOldGrants(Ids.next(), deputies, false));
                    return member;
                })
                .ifPresent(callingBack::of);
    }

    Staffing relate(Caller by, StaffMember target, List<String> merchantIds) {
        return change(by, target, target.assignments(), false, doing(member -> member.relate(merchantIds)));
    }

    Staffing goOnLeave(Caller by, StaffMember target, Leave leave) {
        String deputyId = leave.deputyId();
        if (deputyId != null
                && findById(deputyId)
                        .filter(deputy -> posts.isFitDeputy(deputy, target))
                        .isEmpty()) {
            return new Staffing.Refused(Staffing.Refusal.DEPUTY_UNFIT);
        }
        if (by.subject().equals(deputyId)) {
            return new Staffing.Refused(Staffing.Refusal.OWN_CASE);
        }
        return change(
                by,
                target,
                target.assignments(),
                false,
                (member, now) -> member.goOnLeave(leave, now) ? null : Staffing.Refusal.LEAVE_INVALID);
    }

    Staffing returnEarly(Caller by, StaffMember target) {
        return change(
                by,
                target,
                target.assignments(),
                false,
                (member, now) -> member.returnEarly(now) ? null : Staffing.Refusal.NOT_ON_LEAVE);
    }

    Staffing resetPassword(Caller by, StaffMember target, String password) {
        String hash = passwords.hash(password);
        return change(by, target, target.assignments(), true, (member, now) -> {
            member.setPassword(hash, true);
            return null;
        });
    }

    /** They can neither log in nor renew a login any more; a second time changes nothing. */
    Staffing letGo(Caller by, StaffMember target) {
        return target.hasLeft()
                ? new Staffing.Done(target)
                : change(by, target, target.assignments(), true, (member, now) -> {
                    member.leave(now);
                    return null;
                });
    }

    /** Loads, decides, saves, and voids the tokens of everyone whose grants may have changed. */
    private Staffing change(
            Caller by,
            StaffMember target,
            List<Assignment> touched,
            boolean loginsEnd,
            BiFunction<StaffMember, Instant, Staffing.@Nullable Refusal> verb) {
        Staffing.Refusal forbidden = posts.mayHand(by, target.id(), touched);
        if (forbidden != null) {
            return new Staffing.Refused(forbidden);
        }
        Staffing result = store.change(
                        target.id(),
                        member -> {
                            List<String> deputies = new ArrayList<>();
                            deputyOf(member).ifPresent(deputies::add);
                            Staffing.Refusal why =
                                    member.hasLeft() ? Staffing.Refusal.HAS_LEFT : verb.apply(member, clock.instant());
                            deputyOf(member).ifPresent(deputies::add);
                            member.callBackTokens(StaleTokens.ofOldGrants(Ids.next(), deputies, loginsEnd));
                            return why == null ? new Staffing.Done(member) : new Staffing.Refused(why);
                        },
                        Staffing.Done.class::isInstance)
                .orElseThrow();
        if (result instanceof Staffing.Done done) {
            callingBack.of(done.member());
        }
        return result;
    }

    private static BiFunction<StaffMember, Instant, Staffing.@Nullable Refusal> doing(Consumer<StaffMember> verb) {
        return (member, now) -> {
            verb.accept(member);
            return null;
        };
    }

    private static Optional<String> deputyOf(StaffMember member) {
        return member.currentLeave().map(Leave::deputyId);
    }

    /** Whether the caller may do what would let them in as this member, such as resetting the second factor. */
    public boolean mayTakeOver(Caller by, StaffMember target) {
        return posts.mayHand(by, target.id(), target.assignments()) == null;
    }

    public Optional<StaffMember> find(String username) {
        return findById(StaffMember.idOf(username));
    }

    public Optional<StaffMember> findById(String id) {
        return store.find(id);
    }

    boolean isEmpty() {
        return mongo.findOne(new Query(), StaffMember.class, COLLECTION) == null;
    }

    public boolean matches(@Nullable StaffMember member, String password) {
        return passwords.matches(member, password);
    }
}
