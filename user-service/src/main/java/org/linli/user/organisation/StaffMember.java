package org.linli.user.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/**
 * A member of staff: where at home, which roles at which nodes, whether at work. The id derives from the user name,
 * which is never given to anyone else. On leave one's own grants rest, and the deputy has them instead.
 */
public class StaffMember extends AggregateRoot {
    static final int MOST_ASSIGNMENTS = 20;
    static final int MOST_RELATED = 50;
    static final Duration LONGEST_LEAVE = Duration.ofDays(366);

    /** Whether someone is at work. */
    public enum Status {
        ACTIVE,
        ON_LEAVE,
        LEFT
    }

    /** Where someone belongs and what they may do. */
    record Place(Node home, List<Assignment> assignments) {
        List<Node> nodes() {
            return Stream.concat(Stream.of(home), assignments.stream().map(Assignment::node))
                    .toList();
        }
    }

    private final String username;
    private final String displayName;
    private String passwordHash;
    private boolean passwordSetByOther;
    private String organisationId;
    private String organisationPath;
    private List<Assignment> assignments;
    private List<String> relatedMerchants;
    private @Nullable Leave leave;
    private @Nullable Instant leftAt;
    private final Instant hiredAt;
    private @Nullable StaleTokens staleTokens;
    private @Nullable String loginsEnded;

    StaffMember(
            String id,
            String username,
            String displayName,
            String passwordHash,
            boolean passwordSetByOther,
            String organisationId,
            String organisationPath,
            List<Assignment> assignments,
            List<String> relatedMerchants,
            @Nullable Leave leave,
            @Nullable Instant leftAt,
            Instant hiredAt) {
        super(id);
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.passwordSetByOther = passwordSetByOther;
        this.organisationId = organisationId;
        this.organisationPath = organisationPath;
        this.assignments = assignments;
        this.relatedMerchants = relatedMerchants;
        this.leave = leave;
        this.leftAt = leftAt;
        this.hiredAt = hiredAt;
    }

    static String idOf(String username) {
        return Ids.derived("staff", username);
    }

    /** Whoever hires knows the password: it is to be changed at the first login. */
    static StaffMember hire(String username, String displayName, String passwordHash, Place place, Instant at) {
        return new StaffMember(
                idOf(username),
                username,
                displayName,
                passwordHash,
                true,
                place.home().id(),
                place.home().path(),
                place.assignments().stream().distinct().toList(),
                List.of(),
                null,
                null,
                at);
    }

    void assign(List<Assignment> others) {
        assignments = others.stream().distinct().toList();
    }

    void move(Node home) {
        organisationId = home.id();
        organisationPath = home.path();
    }

    /** Goes along with a node that hangs elsewhere now. */
    void follow(Node node) {
        if (organisationId.equals(node.id())) {
            move(node);
        }
        assignments = assignments.stream().map(one -> one.at(node)).toList();
    }

    void relate(List<String> merchantIds) {
        relatedMerchants = merchantIds.stream().distinct().toList();
    }

    /** @return false when it ends before it begins or before now, or is too long */
    boolean goOnLeave(Leave planned, Instant now) {
        boolean sensible = planned.from().isBefore(planned.until())
                && !planned.isOver(now)
                && Duration.between(planned.from(), planned.until()).compareTo(LONGEST_LEAVE) <= 0;
        if (sensible) {
            leave = planned;
        }
        return sensible;
    }

    /** Also takes back a leave that has not begun. @return false when there is none */
    boolean returnEarly(Instant now) {
        boolean planned = leave != null && !leave.isOver(now);
        leave = null;
        return planned;
    }

    /** For good; leaving twice changes nothing. */
    void leave(Instant at) {
        if (leftAt == null) {
            leftAt = at;
            leave = null;
        }
    }

    void setPassword(String hash, boolean byOther) {
        passwordHash = hash;
        passwordSetByOther = byOther;
    }

    /** Notes that what their tokens say is not so any more, nor what those of the deputies say. */
    void callBackTokens(StaleTokens stale) {
        staleTokens = stale.after(staleTokens);
        loginsEnded = stale.loginsEnd() ? stale.mark() : loginsEnded;
    }

    /** Whether a login that looked at the member after {@code asOf}, a time-sorted id, may have seen an old password. */
    public boolean haveLoginsEndedSince(String asOf) {
        return loginsEnded != null && loginsEnded.compareTo(asOf) > 0;
    }

    /** @return false when somebody else has changed it meanwhile */
    boolean choosePassword(String oldHash, String hash) {
        boolean unchanged = passwordHash.equals(oldHash);
        if (unchanged) {
            setPassword(hash, false);
        }
        return unchanged;
    }

    Optional<StaleTokens> staleTokens() {
        return Optional.ofNullable(staleTokens);
    }

    /** @return false when another change has come since, which is for whoever made it */
    boolean tokensCalledBack(String mark) {
        boolean latest = staleTokens != null && staleTokens.mark().equals(mark);
        staleTokens = latest ? null : staleTokens;
        return latest;
    }

    public Status statusAt(Instant now) {
        return leftAt != null ? Status.LEFT : leave != null && leave.covers(now) ? Status.ON_LEAVE : Status.ACTIVE;
    }

    public boolean hasLeft() {
        return leftAt != null;
    }

    public Optional<Leave> currentLeave() {
        return Optional.ofNullable(leave);
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean isPasswordSetByOther() {
        return passwordSetByOther;
    }

    public String organisationId() {
        return organisationId;
    }

    public String organisationPath() {
        return organisationPath;
    }

    public List<Assignment> assignments() {
        return assignments;
    }

    public List<String> relatedMerchants() {
        return relatedMerchants;
    }

    List<String> roles() {
        return assignments.stream().map(Assignment::role).distinct().toList();
    }

    Instant hiredAt() {
        return hiredAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("staff", organisationPath)
                .with("organisation", organisationId)
                .with(
                        "assignments",
                        assignments.stream()
                                .map(one -> one.role() + "@" + one.organisationId())
                                .toList())
                .with("relatedMerchants", relatedMerchants)
                .with("leave", leave)
                .with("leftAt", leftAt)
                .with("passwordSetByOther", passwordSetByOther)
                // A hash of the hash: tells that the password changed, and nothing else.
                .with("password", Ids.derived("password-version", passwordHash));
    }
}
