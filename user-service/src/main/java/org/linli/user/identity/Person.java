package org.linli.user.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.UserRegistered;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;

/** Of a {@link User} what a login needs: how the person is recognised, and for which merchants they work. */
abstract class Person extends AggregateRoot {
    private final User.Kind kind;
    private final @Nullable String accountId;
    private String personEncrypted;
    private List<Membership> memberships;
    private @Nullable Instant registeredAt;
    private @Nullable String staleTokens;

    Person(
            String id,
            User.Kind kind,
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

    /** The first login; later ones change nothing. Someone enrolled by others is there before it. */
    final void logIn(Instant at) {
        if (registeredAt == null) {
            registeredAt = at;
            raise(new UserRegistered(id(), kind.name().toLowerCase(Locale.ROOT)), at);
        }
    }

    final boolean hasLoggedIn() {
        return registeredAt != null;
    }

    /**
     * Joins a merchant, or takes another role there. The merchant joined last is the one that a login works for.
     *
     * @return false when there are too many already
     */
    final boolean join(String merchantId, MerchantRole role, Instant at) {
        Memberships joined = works().ending(new Membership(merchantId, role, at));
        if (!isMember(merchantId, role) && joined.all().size() <= Memberships.MOST) {
            memberships = joined.all();
        }
        return isMember(merchantId, role);
    }

    /** @return false when they were no member */
    public final boolean leave(String merchantId) {
        boolean member = membership(merchantId).isPresent();
        memberships = works().without(merchantId).all();
        if (member) {
            callBackTokens();
        }
        return member;
    }

    /** Notes, in the write that makes them wrong, that tokens are to be called back: no crash comes between. */
    final void callBackTokens() {
        staleTokens = Ids.next();
    }

    /** Tells one note from a later one; null when nothing is to be called back. */
    final @Nullable String staleTokens() {
        return staleTokens;
    }

    /** @return false when another change has come since, which is for whoever made it */
    final boolean tokensCalledBack(String mark) {
        boolean latest = mark.equals(staleTokens);
        staleTokens = latest ? null : staleTokens;
        return latest;
    }

    /** Makes this merchant the one that a login works for. */
    public final Optional<Membership> switchTo(String merchantId) {
        Optional<Membership> wanted = membership(merchantId);
        wanted.ifPresent(membership -> memberships = works().ending(membership).all());
        return wanted;
    }

    private Memberships works() {
        return new Memberships(memberships);
    }

    public final boolean isMember(String merchantId, MerchantRole role) {
        return membership(merchantId).filter(one -> one.role() == role).isPresent();
    }

    public final Optional<Membership> membership(String merchantId) {
        return works().of(merchantId);
    }

    public final List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    public final Optional<Membership> currentMembership() {
        return works().current();
    }

    /** Nobody is recognised by this any more, and nobody works for anyone. */
    final void forgetPerson() {
        personEncrypted = "";
        memberships = List.of();
    }

    public final User.Kind kind() {
        return kind;
    }

    /** The official account through which a consumer logs in. */
    public final @Nullable String accountId() {
        return accountId;
    }

    final String personEncrypted() {
        return personEncrypted;
    }

    public final @Nullable Instant registeredAt() {
        return registeredAt;
    }
}
