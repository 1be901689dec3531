package org.linli.loan.contract.signing;

import java.time.Instant;
import java.util.List;

/**
 * Who is to sign what until when.
 *
 * @param reference ours, stored before it is sent
 * @param documentHashes SHA-256 of every document, hex
 */
public record SigningRequest(String reference, List<String> documentHashes, List<Party> parties, Instant expiresAt) {

    /** @param partyId within the contract: {@code borrower}, {@code guarantor-1}, {@code bank} */
    public record Party(String partyId, String name, String phone) {
        /** People stay out of logs. */
        @Override
        public String toString() {
            return "Party[" + partyId + "]";
        }
    }
}
