package org.linli.merchant.onboarding;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.dossier.Dossier;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.springframework.data.mongodb.core.index.Indexed;

/** What is stored of a merchant, to read. Only {@link Merchant} changes it. */
abstract class MerchantRecord extends AggregateRoot {
    Profile profile;
    Attachment attachment;
    MerchantStatus status;

    @Nullable SealedContact sealedContact;

    @Nullable Dossier dossier;

    @Nullable Review review;

    @Nullable Recheck recheck;

    /** Gone from one that is closed, or that gave way to the true holder: the code may be registered again. */
    @Indexed(unique = true, sparse = true)
    @Nullable String licenceNumber;

    @Indexed(sparse = true)
    @Nullable String formerLicenceNumber;

    @Indexed(sparse = true)
    @Nullable String vicinity;

    final @Nullable String ownerId;
    /** The member of staff who brought it in, if it did not apply itself. */
    final @Nullable String registeredBy;
    /** The branch that head office gave it to by hand, because no circle holds it. */
    @Nullable String assignedBranchId;

    @Indexed(sparse = true)
    @Nullable Boolean ownerLinkPending;

    final Instant registeredAt;
    long revision;

    MerchantRecord(
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
        this.vicinity = Vicinity.of(profile.point());
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people() {
        return FourEyes.Case.of(ownerId, registeredBy, id());
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

    Dossier dossier() {
        return dossier == null ? Dossier.EMPTY : dossier;
    }

    Review review() {
        return review == null ? Review.NONE : review;
    }

    @Nullable Recheck recheck() {
        return recheck;
    }

    @Nullable String licenceNumber() {
        return licenceNumber;
    }

    /** Its code, also when it is only a memory. */
    @Nullable String everyLicenceNumber() {
        return licenceNumber == null ? formerLicenceNumber : licenceNumber;
    }

    @Nullable String ownerId() {
        return ownerId;
    }

    @Nullable String assignedBranchId() {
        return assignedBranchId;
    }

    boolean ownerLinkIsPending() {
        return Boolean.TRUE.equals(ownerLinkPending);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    /** Counts the changes that people made: the state behind an ETag. */
    long revision() {
        return revision;
    }
}
