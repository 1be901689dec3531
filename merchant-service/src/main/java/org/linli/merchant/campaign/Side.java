package org.linli.merchant.campaign;

/** Who of an invitation gets a prize. */
public enum Side {
    HOST,
    GUEST
}
