package org.linli.merchant.campaign;

/** How often one person takes part, on one business day and in all. Of invitations: how many guests count for a host. */
public record Limits(int perDay, int inAll) {
    /** A check-in every day of the longest campaign. */
    static final int MOST_IN_ALL = 400;
}
