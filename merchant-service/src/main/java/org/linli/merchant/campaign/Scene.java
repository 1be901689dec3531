package org.linli.merchant.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Where a QR code hangs, so that it is known where people came from.
 *
 * @param merchantId in whose shop; null elsewhere
 */
public record Scene(String id, String name, @Nullable String merchantId) {}
