package org.linli.user.identity;

import java.time.Instant;

/**
 * The bank's customer a person has proved to be (rule W-8).
 *
 * @param customerId a pseudonym: keyed hash of the bank's number
 */
public record BankCustomer(
        String customerId,
        String numberEncrypted,
        String nameEncrypted,
        String idNumberEncrypted,
        String idNumberIndex,
        String phoneEncrypted,
        String phoneIndex,
        Instant boundAt) {
    @Override
    public String toString() {
        return "BankCustomer[" + customerId + "]";
    }
}
