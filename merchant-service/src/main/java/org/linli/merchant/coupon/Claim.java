package org.linli.merchant.coupon;

/**
 * A person's wish for a coupon.
 *
 * @param keyScope the idempotency key, scoped
 * @param bodyHash of the request's body: the same key with another body is another wish, and refused
 */
record Claim(String offerId, String consumerId, String keyScope, String bodyHash) {}
