package org.linli.merchant.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.events.MerchantEvent;
import org.linli.events.Place;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** One merchant. Transitions answer false where the state does not allow them, and then change nothing. */
@Document(Merchants.COLLECTION)
@TypeAlias("merchant")
@CompoundIndex(name = "scope", def = "{'attachment.organisationPath': 1, '_id': 1}")
class Merchant extends AggregateRoot {
    private Profile profile;
    private Attachment attachment;
    private MerchantStatus status;
    private @Nullable SealedContact sealedContact;

    @Indexed(unique = true, sparse = true)
    private final @Nullable String licenceNumber;

    private final @Nullable String ownerId;
    /** The member of staff who brought it in, if it did not apply itself. */
    private final @Nullable String registeredBy;

    @Indexed(sparse = true)
    private @Nullable Boolean ownerLinkPending;

    private final Instant registeredAt;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private long revision;

    @PersistenceCreator
    Merchant(
            String id,
            Profile profile,
            Attachment attachment,
            MerchantStatus status,
            @Nullable String licenceNumber,
            @Nullable String ownerId,
            @Nullable String registeredBy,
            Instant registeredAt) {
        super(id);
        this.profile = profile;
        this.attachment = attachment;
        this.status = status;
        this.licenceNumber = licenceNumber;
        this.ownerId = ownerId;
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    static Merchant applying(
            String id,
            Profile profile,
            Attachment attachment,
            SealedContact contact,
            LicenceNumber licence,
            String ownerId,
            Instant now) {
        Merchant merchant =
                new Merchant(id, profile, attachment, MerchantStatus.APPLIED, licence.value(), ownerId, null, now);
        merchant.sealedContact = contact;
        merchant.ownerLinkPending = true;
        merchant.changed(MerchantEvent.Applied::new, now);
        return merchant;
    }

    /** One that the bank brings along itself; nobody owns it yet. */
    static Merchant imported(
            String id,
            Profile profile,
            Attachment attachment,
            @Nullable SealedContact contact,
            @Nullable LicenceNumber licence,
            String staffId,
            Instant now) {
        String licenceNumber = licence == null ? null : licence.value();
        Merchant merchant =
                new Merchant(id, profile, attachment, MerchantStatus.APPROVED, licenceNumber, null, staffId, now);
        merchant.sealedContact = contact;
        merchant.decidedAt = now;
        merchant.changed(MerchantEvent.Approved::new, now);
        return merchant;
    }

    /** Approves an application, or lets a suspended merchant back in. */
    boolean approve(Instant now) {
        if (status != MerchantStatus.APPLIED && status != MerchantStatus.SUSPENDED) {
            return false;
        }
        decide(MerchantStatus.APPROVED, null, now);
        changed(MerchantEvent.Approved::new, now);
        return true;
    }

    boolean reject(String reason, Instant now) {
        if (status != MerchantStatus.APPLIED) {
            return false;
        }
        decide(MerchantStatus.REJECTED, reason, now);
        changed(MerchantEvent.Rejected::new, now);
        return true;
    }

    boolean suspend(String reason, Instant now) {
        if (status != MerchantStatus.APPROVED) {
            return false;
        }
        decide(MerchantStatus.SUSPENDED, reason, now);
        changed(MerchantEvent.Suspended::new, now);
        return true;
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people() {
        return FourEyes.Case.of(ownerId, registeredBy, id());
    }

    private void decide(MerchantStatus decision, @Nullable String reason, Instant now) {
        status = decision;
        decisionReason = reason;
        decidedAt = now;
    }

    /** A rejected applicant tries again with the same licence. */
    boolean applyAgain(Profile better, Attachment where, SealedContact newContact, Instant now) {
        if (status != MerchantStatus.REJECTED) {
            return false;
        }
        profile = better;
        attachment = where;
        sealedContact = newContact;
        status = MerchantStatus.APPLIED;
        decidedAt = null;
        changed(MerchantEvent.Applied::new, now);
        return true;
    }

    /** The owner's changes; only what the public sees is told to others. */
    void present(Profile next, Attachment where, SealedContact newContact, Instant now) {
        boolean told = profile.looksLike(next) && attachment.equals(where);
        profile = next;
        attachment = where;
        sealedContact = newContact;
        if (told) {
            revision++;
        } else {
            changed(MerchantEvent.Moved::new, now);
        }
    }

    boolean attachTo(Attachment where, Instant now) {
        if (attachment.equals(where)) {
            return false;
        }
        attachment = where;
        changed(MerchantEvent.Moved::new, now);
        return true;
    }

    void ownerIsLinked() {
        ownerLinkPending = null;
    }

    private void changed(Function<MerchantEvent.State, MerchantEvent> event, Instant now) {
        revision++;
        raise(event.apply(state()), now);
    }

    private MerchantEvent.State state() {
        return new MerchantEvent.State(
                id(),
                profile.name(),
                profile.category().chineseName(),
                profile.address(),
                attachment.branchId(),
                attachment.organisationPath(),
                new Place(profile.point().lat(), profile.point().lng()),
                status.name());
    }

    Profile profile() {
        return profile;
    }

    Attachment attachment() {
        return attachment;
    }

    MerchantStatus status() {
        return status;
    }

    Optional<SealedContact> contact() {
        return Optional.ofNullable(sealedContact);
    }

    @Nullable String licenceNumber() {
        return licenceNumber;
    }

    @Nullable String ownerId() {
        return ownerId;
    }

    boolean ownerLinkIsPending() {
        return Boolean.TRUE.equals(ownerLinkPending);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable String decisionReason() {
        return decisionReason;
    }

    /** Counts the changes that people made: the state behind an ETag. */
    long revision() {
        return revision;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("merchant", attachment.organisationPath())
                .with("status", status)
                .with("name", profile.name())
                .with("category", profile.category().chineseName())
                .with("address", profile.address())
                .with("branchId", attachment.branchId())
                .with("revision", revision)
                .because(decisionReason);
    }
}
