package org.linli.user.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.events.UserEvent;
import org.linli.starter.outbox.AuditView;

/**
 * A consumer or someone of a merchant. What identifies the person is here in encrypted form only; the id derives from
 * its keyed hash, so that however many first logins arrive at once, they make one user.
 */
public class User extends Person {
    public static final int MOST_TAGS = 20;

    /** How the person logs in. */
    public enum Kind {
        CONSUMER,
        MERCHANT
    }

    private @Nullable String phoneIndex;
    private @Nullable BankCustomer bankCustomer;
    private Profile profile = Profile.EMPTY;
    private int profileRevision;
    private List<String> tags = List.of();
    private Consents consents = Consents.NONE;
    private @Nullable String blockedBecause;
    private @Nullable String mergedInto;
    private List<String> absorbed = List.of();
    private @Nullable Instant erasedAt;
    private boolean erasing;
    private List<String> phoneIndexesToForget = List.of();

    User(
            String id,
            Kind kind,
            @Nullable String accountId,
            String personEncrypted,
            List<Membership> memberships,
            @Nullable Instant registeredAt) {
        super(id, kind, accountId, personEncrypted, memberships, registeredAt);
    }

    /** @param openidEncrypted for sending messages later */
    static User consumer(String id, String accountId, String openidEncrypted) {
        return new User(id, Kind.CONSUMER, accountId, openidEncrypted, List.of(), null);
    }

    static User ofMerchant(String id, String phoneEncrypted, String phoneIndex) {
        User user = new User(id, Kind.MERCHANT, null, phoneEncrypted, List.of(), null);
        user.phoneIndex = phoneIndex;
        return user;
    }

    /** Binds the person to a customer of the bank, instead of any other (rule W-8). */
    public void bind(BankCustomer customer, Instant at) {
        unbind(at);
        bankCustomer = customer;
        raise(new UserEvent.Bound(id(), customer.customerId(), customer.borrower()), at);
    }

    /** @return false when there was nothing to unbind */
    public boolean unbind(Instant at) {
        BankCustomer bound = bankCustomer;
        if (bound == null) {
            return false;
        }
        bankCustomer = null;
        raise(new UserEvent.Unbound(id(), bound.customerId()), at);
        return true;
    }

    public void tell(Profile told, Instant at) {
        profile = told;
        profileRevision++;
        raise(profile.changedOf(id(), consents), at);
    }

    public void tag(List<String> wanted, Instant at) {
        if (!tags.equals(wanted)) {
            tags = List.copyOf(wanted);
            raise(new UserEvent.TagsChanged(id(), tags), at);
        }
    }

    /** Whoever says the same again changes nothing. */
    public void decide(ConsentDecision decision) {
        if (!consents.has(decision)) {
            consents = consents.with(decision);
            raise(consentChanged(decision), decision.at());
            if (decision.purpose() == ConsentPurpose.PROFILING && profileRevision > 0) {
                raise(profile.changedOf(id(), consents), decision.at());
            }
        }
    }

    private UserEvent consentChanged(ConsentDecision decision) {
        return new UserEvent.ConsentChanged(id(), decision.purpose().name(), decision.granted(), decision.at());
    }

    /** @param part number of the part that was stored elsewhere before */
    public boolean archiveConsents(int part) {
        boolean due = consents.isFull() && consents.archived() == part;
        consents = due ? consents.withoutOldest() : consents;
        return due;
    }

    /** @param reason null to lift it */
    public void block(@Nullable String reason) {
        blockedBecause = reason;
        if (reason != null) {
            callBackTokens();
        }
    }

    /** @return false when merged or gone already */
    boolean mergeInto(String survivorId) {
        if (mergedInto != null || erasedAt != null) {
            return false;
        }
        mergedInto = survivorId;
        callBackTokens();
        return true;
    }

    /**
     * Takes over whatever a merged user had and this one has not.
     *
     * @return false when that was done before
     */
    boolean absorb(User merged, Resealing sealing, Instant at) {
        if (erasedAt != null || mergedInto != null || absorbed.contains(merged.id())) {
            return false;
        }
        absorbed = Stream.of(absorbed, List.of(merged.id()), merged.absorbed)
                .flatMap(List::stream)
                .distinct()
                .toList();
        raise(new UserEvent.Merged(id(), merged.id()), at);
        if (bankCustomer == null && merged.bankCustomer != null) {
            bind(sealing.customer(merged.bankCustomer, merged.id(), id()), at);
        }
        profile = profileRevision == 0 ? sealing.profile(merged.profile, merged.id(), id()) : profile;
        profileRevision = Math.max(profileRevision, merged.profileRevision);
        tag(
                Stream.concat(tags.stream(), merged.tags.stream())
                        .distinct()
                        .limit(MOST_TAGS)
                        .toList(),
                at);
        Consents before = consents;
        consents = consents.and(merged.consents);
        consents.current().values().stream()
                .filter(decision -> !before.has(decision))
                .forEach(decision -> raise(consentChanged(decision), at));
        if (profileRevision > 0) {
            raise(profile.changedOf(id(), consents), at);
        }
        blockedBecause = blockedBecause == null ? merged.blockedBecause : blockedBecause;
        return true;
    }

    /** Overwrites what is personal. The consents stay: they say what was allowed, not by whom. */
    boolean erase(Instant at) {
        if (erasedAt != null) {
            return false;
        }
        phoneIndexesToForget = Stream.of(
                        Optional.ofNullable(phoneIndex),
                        Optional.ofNullable(bankCustomer).map(BankCustomer::phoneIndex))
                .flatMap(Optional::stream)
                .toList();
        erasedAt = at;
        erasing = true;
        callBackTokens();
        forgetPerson();
        phoneIndex = null;
        unbind(at);
        profile = Profile.EMPTY;
        tags = List.of();
        raise(new UserEvent.Erased(id(), at), at);
        return true;
    }

    boolean erasureDone() {
        boolean was = erasing;
        erasing = false;
        phoneIndexesToForget = List.of();
        return was;
    }

    public Optional<BankCustomer> bankCustomer() {
        return Optional.ofNullable(bankCustomer);
    }

    public Profile profile() {
        return profile;
    }

    /** Counts the changes of the profile. */
    public int profileRevision() {
        return profileRevision;
    }

    public List<String> tags() {
        return tags;
    }

    public Consents consents() {
        return consents;
    }

    public boolean isBlocked() {
        return blockedBecause != null;
    }

    @Nullable String mergedInto() {
        return mergedInto;
    }

    /** Users whom this one has become, too. */
    public List<String> absorbed() {
        return absorbed;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    boolean isErasing() {
        return erasing;
    }

    List<String> phoneIndexesToForget() {
        return phoneIndexesToForget;
    }

    /** Whose staff may see the person (rule P-1): head office's, or those of the branch they chose. */
    public String organisationPath() {
        return profile.homeBranch() == null ? "/hq/" : "/hq/" + profile.homeBranch() + "/";
    }

    @Override
    protected AuditView audit() {
        return UserAudit.of(this).because(blockedBecause);
    }
}
