package org.linli.merchant.onboarding;

import org.linli.events.MerchantEvent;
import org.linli.events.Place;
import org.linli.starter.outbox.AuditView;

/** What others are told of a merchant: events the public state, the audit trail what matters to the bank. */
final class MerchantFacts {
    private MerchantFacts() {}

    static MerchantEvent.State told(Merchant merchant) {
        Profile profile = merchant.profile();
        return new MerchantEvent.State(
                merchant.id(),
                profile.name(),
                profile.category().chineseName(),
                profile.address(),
                merchant.attachment().branchId(),
                merchant.attachment().organisationPath(),
                new Place(profile.point().lat(), profile.point().lng()),
                merchant.status().name(),
                profile.openingHours() == null
                        ? null
                        : OpeningText.read(profile.openingHours()).orElse(null),
                profile.tags().isEmpty() ? null : profile.tags());
    }

    static AuditView audited(Merchant merchant) {
        Review review = merchant.review();
        ReviewClaim claim = review.claim();
        Recheck recheck = merchant.recheck();
        return AuditView.of("merchant", merchant.attachment().organisationPath())
                .with("status", merchant.status())
                .with("name", merchant.profile().name())
                .with("category", merchant.profile().category().chineseName())
                .with("address", merchant.profile().address())
                .with("branchId", merchant.attachment().branchId())
                .with("licenceNumber", merchant.licenceNumber())
                .with("revision", merchant.revision())
                .with("photos", merchant.dossier().photos().size())
                .with("papers", merchant.dossier().validPapers())
                .with("claimedBy", claim == null ? null : claim.reviewer())
                .with("recheckDueOn", recheck == null ? null : recheck.dueOn())
                .because(review.reason());
    }
}
