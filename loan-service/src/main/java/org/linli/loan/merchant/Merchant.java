package org.linli.loan.merchant;

/**
 * A merchant as far as a loan application is concerned.
 *
 * @param branchId the organisation it is attached to
 * @param organisationPath that organisation's place in the tree, e.g. {@code /hq/B01/}
 */
public record Merchant(String merchantId, String name, boolean approved, String branchId, String organisationPath) {}
