package org.linli.loan.contract.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a request is, as the platform says.
 *
 * @param documentHashes what was put before the parties
 * @param signedAt who signed when, by party
 * @param refusedBy parties that refused
 */
public record SigningState(
        String reference,
        List<String> documentHashes,
        Map<String, Instant> signedAt,
        List<String> refusedBy,
        boolean expired) {}
