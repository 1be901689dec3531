package org.linli.merchant.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;

/** What callers see of a merchant, each kind of caller its part. */
final class MerchantAnswers {
    private MerchantAnswers() {}

    /** For everybody. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Public(
            String id,
            String merchantId,
            String name,
            String category,
            String address,
            LocatedPoint point,
            @Nullable String openingHours,
            List<String> photos,
            List<String> tags) {
        static Public of(Merchant merchant, Crs crs) {
            Profile profile = merchant.profile();
            return new Public(
                    merchant.id(),
                    merchant.id(),
                    profile.name(),
                    profile.category().chineseName(),
                    profile.address(),
                    LocatedPoint.of(profile.point(), crs),
                    profile.openingHours(),
                    photosOf(merchant),
                    profile.tags());
        }
    }

    /** Links the merchant gave, and where the photos it sent are shown. */
    private static List<String> photosOf(Merchant merchant) {
        Stream<String> sent = merchant.dossier().photos().stream()
                .map(photo -> "/api/v1/merchants/" + merchant.id() + "/photos/" + photo.id());
        return Stream.concat(merchant.profile().photos().stream(), sent).toList();
    }

    /** For the owner, and masked for staff. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(
            String id,
            MerchantStatus status,
            String name,
            String category,
            @Nullable String licenceNumber,
            @Nullable String contactName,
            @Nullable String contactPhone,
            String address,
            LocatedPoint point,
            @Nullable String openingHours,
            List<String> photos,
            List<String> tags,
            String branchId,
            String organisationPath,
            Instant appliedAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable List<Want> wanted,
            @Nullable Instant waitingSince,
            @Nullable Claim claim,
            @Nullable String recheckDueOn) {

        /** Which member of staff has the case, until when. */
        record Claim(String by, Instant until) {}

        static Full ofOwn(Merchant merchant, @Nullable Contact contact) {
            return of(merchant, contact, null);
        }

        static Full masked(Merchant merchant) {
            ReviewClaim claim = merchant.review().claim();
            return of(
                    merchant,
                    merchant.contact().map(SealedContact::masked).orElse(null),
                    claim == null ? null : new Claim(claim.reviewer(), claim.until()));
        }

        private static Full of(Merchant merchant, @Nullable Contact contact, @Nullable Claim claim) {
            Profile profile = merchant.profile();
            Review review = merchant.review();
            Recheck recheck = merchant.recheck();
            return new Full(
                    merchant.id(),
                    merchant.status(),
                    profile.name(),
                    profile.category().chineseName(),
                    merchant.everyLicenceNumber(),
                    contact == null ? null : contact.name(),
                    contact == null ? null : contact.phone(),
                    profile.address(),
                    LocatedPoint.of(profile.point(), Crs.GCJ02),
                    profile.openingHours(),
                    photosOf(merchant),
                    profile.tags(),
                    merchant.attachment().branchId(),
                    merchant.attachment().organisationPath(),
                    merchant.registeredAt(),
                    review.decidedAt(),
                    review.reason(),
                    review.wanted().isEmpty() ? null : review.wanted(),
                    review.waitingSince(),
                    claim,
                    recheck == null ? null : recheck.dueOn());
        }
    }

    /** For other services. */
    /** @param category its code @param point GCJ-02 */
    record Internal(
            String merchantId,
            String name,
            MerchantStatus status,
            String branchId,
            String organisationPath,
            String category,
            LocatedPoint point,
            Instant registeredAt) {
        static Internal of(Standing standing) {
            return new Internal(
                    standing.merchantId(),
                    standing.name(),
                    standing.status(),
                    standing.attachment().branchId(),
                    standing.attachment().organisationPath(),
                    standing.category().code(),
                    LocatedPoint.of(standing.point(), Crs.GCJ02),
                    standing.registeredAt());
        }
    }
}
