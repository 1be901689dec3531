package org.linli.user.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/**
 * A merchant's open invitations, and who is leaving right now: one at a time, so that two owners cannot remove each other
 * and leave nobody. Its id is the merchant's.
 */
class Team extends AggregateRoot {
    static final int MOST_OPEN = 20;

    /** A removal that takes longer was cut off by a crash. */
    static final Duration LONGEST_REMOVAL = Duration.ofSeconds(30);

    private List<Invitation> invitations;
    private @Nullable Instant removingSince;

    Team(String id, List<Invitation> invitations, @Nullable Instant removingSince) {
        super(id);
        this.invitations = invitations;
        this.removingSince = removingSince;
    }

    /** @return false when too many are open; an earlier one to the same phone is replaced */
    boolean invite(Invitation invitation, Instant now) {
        List<Invitation> others = open(now).stream()
                .filter(one -> !one.phoneIndex().equals(invitation.phoneIndex()))
                .toList();
        if (others.size() >= MOST_OPEN) {
            return false;
        }
        invitations = Stream.concat(others.stream(), Stream.of(invitation)).toList();
        return true;
    }

    List<Invitation> open(Instant now) {
        return invitations.stream().filter(one -> one.isOpen(now)).toList();
    }

    Optional<Invitation> find(String invitationId, Instant now) {
        return open(now).stream().filter(one -> one.id().equals(invitationId)).findFirst();
    }

    /** @return empty when it is not open, or another phone's */
    Optional<Invitation> accept(String invitationId, String phoneIndex, String userId, Instant now) {
        Optional<Invitation> mine =
                find(invitationId, now).filter(one -> one.phoneIndex().equals(phoneIndex));
        mine.ifPresent(one -> replace(one.acceptedBy(userId)));
        return mine;
    }

    /** They could not join after all. */
    void reopen(Invitation accepted) {
        replace(accepted.acceptedBy(null));
    }

    private void replace(Invitation changed) {
        invitations = invitations.stream()
                .map(one -> one.id().equals(changed.id()) ? changed : one)
                .toList();
    }

    /** @return false when there is none, or it was accepted already */
    boolean withdraw(String invitationId, Instant now) {
        boolean open =
                find(invitationId, now).filter(one -> one.acceptedBy() == null).isPresent();
        if (open) {
            close(invitationId);
        }
        return open;
    }

    void close(String invitationId) {
        invitations = invitations.stream()
                .filter(one -> !one.id().equals(invitationId))
                .toList();
    }

    void forget(String phoneIndex) {
        invitations = invitations.stream()
                .filter(one -> !one.phoneIndex().equals(phoneIndex))
                .toList();
    }

    /** @return false when someone else is being removed */
    boolean beginRemoval(Instant now) {
        Instant since = removingSince;
        if (since != null && now.isBefore(since.plus(LONGEST_REMOVAL))) {
            return false;
        }
        removingSince = now;
        return true;
    }

    void endRemoval() {
        removingSince = null;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("merchant-team", "/hq/")
                .with(
                        "invitations",
                        invitations.stream()
                                .map(one -> one.id() + ":" + one.role())
                                .toList());
    }

    @Override
    public String toString() {
        return "Team[" + id() + "]";
    }
}
