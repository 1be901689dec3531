package org.linli.user.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.UserRegistered;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/**
 * A consumer or someone of a merchant. What identifies the person is here in encrypted form only; the id derives from
 * its keyed hash, so that however many first logins arrive at once, they make one user.
 */
public class User extends AggregateRoot {
    static final int MOST_MEMBERSHIPS = 20;

    /** How the person logs in. */
    public enum Kind {
        CONSUMER,
        MERCHANT
    }

    private final Kind kind;
    private final @Nullable String accountId;
    private final String personEncrypted;
    private List<Membership> memberships;
    private @Nullable Instant registeredAt;

    User(
            String id,
            Kind kind,
            @Nullable String accountId,
            String personEncrypted,
            List<Membership> memberships,
            @Nullable Instant registeredAt) {
        super(id);
        this.kind = kind;
        this.accountId = accountId;
        this.personEncrypted = personEncrypted;
        this.memberships = memberships;
        this.registeredAt = registeredAt;
    }

    /** @param openidEncrypted for sending messages later */
    static User consumer(String id, String accountId, String openidEncrypted) {
        return new User(id, Kind.CONSUMER, accountId, openidEncrypted, List.of(), null);
    }

    static User ofMerchant(String id, String phoneEncrypted) {
        return new User(id, Kind.MERCHANT, null, phoneEncrypted, List.of(), null);
    }

    /** The first login; later ones change nothing. Someone enrolled by others is there before it. */
    void logIn(Instant at) {
        if (registeredAt == null) {
            registeredAt = at;
            raise(new UserRegistered(id(), kind.name().toLowerCase(Locale.ROOT)), at);
        }
    }

    boolean hasLoggedIn() {
        return registeredAt != null;
    }

    /**
     * Joins a merchant, or takes another role there. The merchant joined last is the one that a login works for.
     *
     * @return false when there are too many already
     */
    boolean join(String merchantId, MerchantRole role, Instant at) {
        if (isMember(merchantId, role)) {
            return true;
        }
        List<Membership> changed = new ArrayList<>(memberships);
        changed.removeIf(membership -> membership.merchantId().equals(merchantId));
        if (changed.size() >= MOST_MEMBERSHIPS) {
            return false;
        }
        changed.add(new Membership(merchantId, role, at));
        memberships = changed;
        return true;
    }

    boolean isMember(String merchantId, MerchantRole role) {
        return memberships.stream()
                .anyMatch(membership -> membership.merchantId().equals(merchantId) && membership.role() == role);
    }

    public Optional<Membership> currentMembership() {
        return memberships.isEmpty() ? Optional.empty() : Optional.of(memberships.get(memberships.size() - 1));
    }

    public Kind kind() {
        return kind;
    }

    /** The official account through which a consumer logs in. */
    public @Nullable String accountId() {
        return accountId;
    }

    String personEncrypted() {
        return personEncrypted;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("user", "/hq/")
                .with("kind", kind)
                .with(
                        "memberships",
                        memberships.stream()
                                .map(membership -> membership.merchantId() + ":" + membership.role())
                                .toList());
    }

    @Override
    public String toString() {
        return "User[" + id() + "]";
    }
}
