package org.linli.user.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.user.access.Roles;
import org.springframework.stereotype.Component;

/** Who may do what where, at this moment. */
@Component
public class Access {
    private final StaffSearch search;
    private final Roles roles;
    private final Clock clock;

    Access(StaffSearch search, Roles roles, Clock clock) {
        this.search = search;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * What a token may say.
     *
     * @param until when the next change is due by itself; null = none
     */
    public record Now(List<Grant> grants, @Nullable Instant until) {}

    /** All of a member's grants, and the end of the first deputyship, or the beginning of their own leave. */
    public Now of(StaffMember member) {
        Instant now = clock.instant();
        List<StaffMember> absent = search.deputisedBy(member.id());
        Instant until =
                member.currentLeave().map(Leave::from).filter(now::isBefore).orElse(null);
        for (StaffMember one : absent) {
            Leave leave = Grant.isDeputy(member, one, now) ? one.currentLeave().orElse(null) : null;
            if (leave != null && (until == null || leave.until().isBefore(until))) {
                until = leave.until();
            }
        }
        return new Now(Grant.of(member, absent, permissions(), now), until);
    }

    Decision explain(StaffMember member, String permission, String path) {
        return Decision.on(member, search.deputisedBy(member.id()), permissions(), permission, path, clock.instant());
    }

    /** One member's permissions at a node. */
    record Row(StaffMember member, List<Grant> grants) {}

    /** Those in the scope who may do anything at this place, by user name; at most {@code limit}. */
    List<Row> matrix(List<String> scope, String path, @Nullable String afterUsername, int limit) {
        Instant now = clock.instant();
        Set<String> nodes = nodesAbove(path);
        List<StaffMember> absent = search.absent().stream()
                .filter(one -> one.assignments().stream().anyMatch(at -> nodes.contains(at.path())))
                .toList();
        Set<String> deputies = new HashSet<>();
        absent.forEach(one -> one.currentLeave().map(Leave::deputyId).ifPresent(deputies::add));
        Function<String, Set<String>> permissions = permissions();
        return search.at(scope, nodes, deputies, afterUsername, limit).stream()
                .map(member -> new Row(
                        member,
                        Grant.of(member, absent, permissions, now).stream()
                                .filter(grant -> path.startsWith(grant.from().path()))
                                .toList()))
                .toList();
    }

    /** Each role is looked up once, however many have it. */
    private Function<String, Set<String>> permissions() {
        Map<String, Set<String>> known = new HashMap<>();
        return role -> known.computeIfAbsent(role, roles::permissionsOf);
    }

    /** The node itself and all above it, such as {@code /hq/} and {@code /hq/B01/}. */
    static Set<String> nodesAbove(String path) {
        List<String> nodes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.add(path.substring(0, slash + 1));
        }
        return Set.copyOf(nodes);
    }
}
