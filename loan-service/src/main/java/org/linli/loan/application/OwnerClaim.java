package org.linli.loan.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one person has applied for, over all their merchants: so that parallel applications are seen. A claim is written
 * before its application; one whose application never came counts for a moment only.
 */
@Document(OwnerClaim.COLLECTION)
record OwnerClaim(@Id String person, @Version @Nullable Long version, List<Claim> claims) {
    static final String COLLECTION = "loan_owner_claims";

    /** Longer than any submission is under way. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    OwnerClaim {
        claims = List.copyOf(claims);
    }

    static OwnerClaim none(String person) {
        return new OwnerClaim(person, null, List.of());
    }

    List<Claim> of(String productCode) {
        return claims.stream()
                .filter(claim -> claim.productCode().equals(productCode))
                .toList();
    }

    boolean has(String applicationId) {
        return claims.stream().anyMatch(claim -> claim.applicationId().equals(applicationId));
    }

    /** With one more, without those of the product that are over. */
    OwnerClaim with(Claim claim, List<String> over) {
        List<Claim> kept = new ArrayList<>(claims.stream()
                .filter(one -> !over.contains(one.applicationId()))
                .toList());
        kept.add(claim);
        return new OwnerClaim(person, version, kept);
    }

    record Claim(String applicationId, String productCode, Instant at) {
        boolean isUnderWay(Instant now) {
            return now.isBefore(at.plus(UNDER_WAY));
        }
    }
}
