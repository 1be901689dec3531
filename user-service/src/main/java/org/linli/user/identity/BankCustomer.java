package org.linli.user.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bank's customer a person has proved to be (rule W-8).
 *
 * @param customerId a pseudonym: keyed hash of the bank's number
 * @param borrower whether they owed the bank money when they were bound; null when the bank could not be asked
 */
public record BankCustomer(
        String customerId,
        String numberEncrypted,
        String nameEncrypted,
        String idNumberEncrypted,
        String idNumberIndex,
        String phoneEncrypted,
        String phoneIndex,
        Instant boundAt,
        @Nullable Boolean borrower) {
    @Override
    public String toString() {
        return "BankCustomer[" + customerId + "]";
    }
}
