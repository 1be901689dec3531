package org.linli.user.identity;

/** What someone is to a merchant: the owner may everything a cashier may. */
public enum MerchantRole {
    OWNER,
    CASHIER
}
