package org.linli.merchant.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.events.MerchantEvent;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.dossier.Dossier;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One merchant. Transitions answer false where the state does not allow them, and then change nothing. */
@Document(Merchants.COLLECTION)
@TypeAlias("merchant")
@CompoundIndex(name = "scope", def = "{'attachment.organisationPath': 1, '_id': 1}")
class Merchant extends MerchantRecord {
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
        super(id, profile, attachment, status, licenceNumber, ownerId, registeredBy, registeredAt);
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
        merchant.review = Review.waiting(now);
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
        merchant.review = Review.NONE.decided(null, now);
        merchant.changed(MerchantEvent.Approved::new, now);
        return merchant;
    }

    boolean approve(Instant now) {
        return status == MerchantStatus.APPLIED
                && become(MerchantStatus.APPROVED, review().decided(null, now), MerchantEvent.Approved::new, now);
    }

    boolean reject(String reason, Instant now) {
        return become(MerchantStatus.REJECTED, review().decided(reason, now), MerchantEvent.Rejected::new, now);
    }

    boolean askForMore(List<Want> wanted, Instant now) {
        return become(MerchantStatus.MORE_WANTED, review().asking(wanted, now), MerchantEvent.MoreWanted::new, now);
    }

    /** The applicant has answered what was asked for. */
    boolean submitAgain(Instant now) {
        return status == MerchantStatus.MORE_WANTED
                && become(MerchantStatus.APPLIED, review().waitingAgain(now), MerchantEvent.Applied::new, now);
    }

    boolean suspend(String reason, Instant now) {
        return become(MerchantStatus.SUSPENDED, review().decided(reason, now), MerchantEvent.Suspended::new, now);
    }

    boolean resume(String reason, Instant now) {
        return status == MerchantStatus.SUSPENDED
                && become(MerchantStatus.APPROVED, review().decided(reason, now), MerchantEvent.Resumed::new, now);
    }

    /** Final. Its code may be registered again. */
    boolean close(String reason, Instant now) {
        if (!become(MerchantStatus.CLOSED, review().decided(reason, now), MerchantEvent.Closed::new, now)) {
            return false;
        }
        recheck = null;
        releaseLicence();
        return true;
    }

    /** A rejected applicant's code is registered by someone else: this one keeps it as a memory only. */
    void releaseLicence() {
        formerLicenceNumber = licenceNumber == null ? formerLicenceNumber : licenceNumber;
        licenceNumber = null;
    }

    /** A rejected applicant tries again with the same licence. */
    boolean applyAgain(Profile better, Attachment where, SealedContact newContact, Instant now) {
        if (status != MerchantStatus.REJECTED) {
            return false;
        }
        look(better, where, newContact);
        return become(MerchantStatus.APPLIED, Review.waiting(now), MerchantEvent.Applied::new, now);
    }

    /** The owner's changes at the same place; only what the public sees is told to others. */
    void present(Profile next, Attachment where, SealedContact newContact, Instant now) {
        boolean told = profile.looksLike(next) && attachment.equals(where);
        look(next, where, newContact);
        if (told) {
            revision++;
        } else {
            changed(MerchantEvent.Moved::new, now);
        }
    }

    /**
     * The owner's changes with another place. Papers issued for the old one are void; whoever was approved on such papers
     * is looked at again before it goes on (rule M-1).
     *
     * @param placeBound codes of papers that are issued for the premises
     */
    void moveAway(Profile next, Attachment where, SealedContact newContact, Set<String> placeBound, Instant now) {
        boolean again = status == MerchantStatus.APPROVED
                && dossier().validPapers().stream().anyMatch(placeBound::contains);
        assignedBranchId = null;
        dossier = dossier().voiding(placeBound, now);
        look(next, where, newContact);
        if (again) {
            status = MerchantStatus.APPLIED;
            review = Review.waiting(now);
            recheck = null;
        }
        changed(MerchantEvent.Moved::new, now);
    }

    private void look(Profile next, Attachment where, SealedContact newContact) {
        profile = next;
        attachment = where;
        sealedContact = newContact;
        vicinity = Vicinity.of(next.point());
    }

    boolean attachTo(Attachment where, Instant now) {
        if (attachment.equals(where)) {
            return false;
        }
        attachment = where;
        changed(MerchantEvent.Moved::new, now);
        return true;
    }

    /** Head office gives it to a branch by hand. */
    boolean assignTo(Attachment branch, Instant now) {
        assignedBranchId = branch.branchId();
        return attachTo(branch, now);
    }

    void claim(@Nullable ReviewClaim by) {
        review = review().claimed(by);
    }

    /** Sets the day by which the bank looks at it again. */
    void recheckOn(LocalDate date) {
        recheck = Recheck.on(date);
    }

    /** @return false when that was told before, or is not due */
    boolean noticeRecheck(LocalDate today, Instant now) {
        Recheck planned = recheck;
        if (planned == null || !planned.noticeIsDue(today)) {
            return false;
        }
        recheck = planned.noticed();
        raise(new MerchantEvent.RecheckDue(MerchantFacts.told(this), planned.dueOn()), now);
        return true;
    }

    void file(Dossier changed) {
        dossier = changed;
        revision++;
    }

    void ownerIsLinked() {
        ownerLinkPending = null;
    }

    private boolean become(
            MerchantStatus next, Review after, Function<MerchantEvent.State, MerchantEvent> event, Instant now) {
        if (!status.mayBecome(next)) {
            return false;
        }
        status = next;
        review = after;
        changed(event, now);
        return true;
    }

    private void changed(Function<MerchantEvent.State, MerchantEvent> event, Instant now) {
        revision++;
        raise(event.apply(MerchantFacts.told(this)), now);
    }

    @Override
    protected AuditView audit() {
        return MerchantFacts.audited(this);
    }
}
