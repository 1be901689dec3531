package org.linli.merchant.coupon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;

/** What is said of a coupon once, when it comes into being: whose it is, from which offer, until when, by which claim. */
abstract class HeldCoupon extends AggregateRoot {
    final String offerId;
    final String merchantId;
    final String consumerId;
    final String title;
    final String merchantName;

    /** Where the merchant was in the organisation tree when it was claimed. */
    final @Nullable String organisationPath;

    final Instant validUntil;
    final Instant claimedAt;
    final String claimId;
    final String keyScope;
    final String bodyHash;

    HeldCoupon(
            String id,
            String offerId,
            String merchantId,
            String consumerId,
            String title,
            String merchantName,
            @Nullable String organisationPath,
            Instant validUntil,
            Instant claimedAt,
            String claimId,
            String keyScope,
            String bodyHash) {
        super(id);
        this.offerId = offerId;
        this.merchantId = merchantId;
        this.consumerId = consumerId;
        this.title = title;
        this.merchantName = merchantName;
        this.organisationPath = organisationPath;
        this.validUntil = validUntil;
        this.claimedAt = claimedAt;
        this.claimId = claimId;
        this.keyScope = keyScope;
        this.bodyHash = bodyHash;
    }

    public String offerId() {
        return offerId;
    }

    public String merchantId() {
        return merchantId;
    }

    public String consumerId() {
        return consumerId;
    }

    public String title() {
        return title;
    }

    public String merchantName() {
        return merchantName;
    }

    public Instant validUntil() {
        return validUntil;
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    String claimId() {
        return claimId;
    }

    String keyScope() {
        return keyScope;
    }

    String bodyHash() {
        return bodyHash;
    }
}
