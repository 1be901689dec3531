package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.onboarding.ApplicationResult.Reason;
import org.linli.merchant.onboarding.ApplicationResult.Received;
import org.linli.merchant.onboarding.ApplicationResult.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The applicant's and owner's side: apply, look, change. */
@Service
class Onboarding {
    private final Merchants merchants;
    private final Branches branches;
    private final OwnerLinking linking;
    private final ContactSeal seal;
    private final Clock clock;

    Onboarding(Merchants merchants, Branches branches, OwnerLinking linking, ContactSeal seal, Clock clock) {
        this.merchants = merchants;
        this.branches = branches;
        this.linking = linking;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Applies. A repeat under the same id finds the application it made before.
     *
     * @param currentMerchantId the merchant the applicant owns already, if any: only a rejected one lets them go on
     */
    ApplicationResult apply(
            String merchantId, String applicantId, @Nullable String currentMerchantId, ApplicationForm form) {
        Optional<Merchant> repeated = merchants.find(merchantId);
        if (repeated.isPresent()) {
            return received(repeated.get());
        }
        if (currentMerchantId != null && isActive(currentMerchantId)) {
            return new Refused(Reason.ALREADY_A_MERCHANT);
        }
        LicenceNumber licence = LicenceNumber.parse(form.licenceNumber()).orElseThrow();
        Profile profile = form.profile();
        Attachment attachment = branches.attach(profile.point());
        Contact contact = form.contact();
        try {
            return received(merchants.insert(Merchant.applying(
                    merchantId, profile, attachment, seal.seal(merchantId, contact), licence, applicantId, now())));
        } catch (DuplicateKeyException taken) {
            return again(licence, applicantId, profile, attachment, contact);
        }
    }

    private boolean isActive(String merchantId) {
        return merchants
                .find(merchantId)
                .filter(merchant -> merchant.status() != MerchantStatus.REJECTED)
                .isPresent();
    }

    /** The licence is known: fine only when it is the applicant's own and was rejected. */
    private ApplicationResult again(
            LicenceNumber licence, String applicantId, Profile profile, Attachment where, Contact contact) {
        return merchants
                .withLicence(licence.value())
                .filter(known -> applicantId.equals(known.ownerId()))
                .filter(known -> merchants
                        .change(
                                known.id(),
                                merchant -> merchant.applyAgain(profile, where, seal.seal(known.id(), contact), now()),
                                accepted -> accepted)
                        .orElse(false))
                .flatMap(known -> merchants.find(known.id()))
                .map(this::received)
                .orElseGet(() -> new Refused(Reason.LICENCE_ALREADY_REGISTERED));
    }

    private ApplicationResult received(Merchant merchant) {
        linking.link(merchant);
        return new Received(merchant);
    }

    /** The owner's own contact, in full. */
    @Nullable Contact contactOf(Merchant merchant) {
        return merchant.contact()
                .map(stored -> seal.open(merchant.id(), stored))
                .orElse(null);
    }

    Optional<Merchant> find(String merchantId) {
        return merchants.find(merchantId);
    }

    Optional<Merchant> findApproved(String merchantId) {
        return find(merchantId).filter(merchant -> merchant.status() == MerchantStatus.APPROVED);
    }

    /**
     * Replaces what the owner may change.
     *
     * @param expectedRevision null when the caller does not mind
     * @return empty when there is no such merchant; a merchant of another revision when somebody was faster
     */
    Optional<Change> change(String merchantId, @Nullable Long expectedRevision, ProfileForm form) {
        Profile profile = form.profile();
        Attachment attachment = branches.attach(profile.point());
        SealedContact contact = seal.seal(merchantId, form.contact());
        return merchants.change(
                merchantId,
                merchant -> {
                    if (expectedRevision != null && merchant.revision() != expectedRevision) {
                        return new Change(merchant, false);
                    }
                    merchant.present(profile, attachment, contact, now());
                    return new Change(merchant, true);
                },
                Change::made);
    }

    record Change(Merchant merchant, boolean made) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
