package org.linli.user.organisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The bank's members of staff: hiring, listing within a data scope, letting go. */
@Component
public class Staff {
    private static final String COLLECTION = "staff";

    private final MongoOperations mongo;
    private final Organisations organisations;
    private final PasswordEncoder passwords;
    private final String nobody;
    private final Clock clock;

    Staff(MongoOperations mongo, Organisations organisations, StaffSettings settings, Clock clock) {
        this.mongo = mongo;
        this.organisations = organisations;
        this.passwords = new BCryptPasswordEncoder(settings.bcryptCost());
        this.nobody = String.valueOf(passwords.encode("nobody"));
        this.clock = clock;
    }

    /** What hiring needs to know. */
    record Candidate(
            String username, String password, String displayName, List<StaffRole> roles, String organisationId) {
        @Override
        public String toString() {
            return "Candidate[hidden]";
        }
    }

    Hiring hire(Candidate candidate) {
        String organisation = candidate.organisationId();
        if (!candidate.roles().stream().allMatch(role -> role.mayBelongTo(organisation))) {
            return new Hiring.Refused(Hiring.Refusal.ROLE_OF_HEAD_OFFICE);
        }
        if (!organisations.exists(organisation)) {
            return new Hiring.Refused(Hiring.Refusal.ORGANISATION_UNKNOWN);
        }
        if (find(candidate.username()).isPresent()) {
            return new Hiring.Refused(Hiring.Refusal.USERNAME_TAKEN);
        }
        try {
            return new Hiring.Hired(mongo.insert(memberOf(candidate), COLLECTION));
        } catch (DuplicateKeyException e) {
            return new Hiring.Refused(Hiring.Refusal.USERNAME_TAKEN);
        }
    }

    private StaffMember memberOf(Candidate candidate) {
        return new StaffMember(
                StaffMember.idOf(candidate.username()),
                candidate.username(),
                String.valueOf(passwords.encode(candidate.password())),
                candidate.displayName(),
                candidate.roles().stream().distinct().toList(),
                candidate.organisationId(),
                Organisations.pathOf(candidate.organisationId()),
                true,
                clock.instant());
    }

    public Optional<StaffMember> find(String username) {
        return findById(StaffMember.idOf(username));
    }

    public Optional<StaffMember> findById(String id) {
        return Optional.ofNullable(mongo.findById(id, StaffMember.class, COLLECTION));
    }

    boolean isEmpty() {
        return mongo.findOne(new Query(), StaffMember.class, COLLECTION) == null;
    }

    /** Members at these nodes of the tree and below, by user name; at most {@code limit}. */
    List<StaffMember> below(List<String> paths, @Nullable String afterUsername, int limit) {
        String anyOf = paths.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Criteria scope = Criteria.where("organisationPath").regex("^(" + anyOf + ")");
        Criteria rest = afterUsername == null ? scope : scope.and("username").gt(afterUsername);
        Query query = Query.query(rest).with(Sort.by("username")).limit(limit);
        return mongo.find(query, StaffMember.class, COLLECTION);
    }

    /** Members at this node of the tree and below who have not left. */
    long countBelow(String path) {
        Criteria there = Criteria.where("organisationPath").regex("^" + Pattern.quote(path));
        return mongo.count(Query.query(there.and("enabled").is(true)), COLLECTION);
    }

    /** They can neither log in nor renew a login any more; an access token at hand ends within its quarter of an hour. */
    void deactivate(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update("enabled", false), COLLECTION);
    }

    /** Compares a password in the time that every comparison takes, also when there is nobody to compare with. */
    public boolean matches(@Nullable StaffMember member, String password) {
        boolean right = passwords.matches(password, member == null ? nobody : member.passwordHash());
        return right && member != null && member.enabled();
    }
}
