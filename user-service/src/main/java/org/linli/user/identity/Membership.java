package org.linli.user.identity;

import java.time.Instant;

/** Someone works for a merchant. */
public record Membership(String merchantId, MerchantRole role, Instant since) {}
