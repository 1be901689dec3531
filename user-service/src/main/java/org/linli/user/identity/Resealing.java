package org.linli.user.identity;

/** Binds to another user what was encrypted for one (rule P-4): without it nobody could read it there. */
interface Resealing {
    BankCustomer customer(BankCustomer customer, String from, String to);

    Profile profile(Profile profile, String from, String to);
}
