package org.linli.user.identity;

import java.time.Instant;

/**
 * A person said yes or no.
 *
 * @param textVersion of the text they were shown
 */
public record ConsentDecision(ConsentPurpose purpose, boolean granted, String textVersion, Instant at) {
    boolean saysTheSameAs(ConsentDecision other) {
        return purpose == other.purpose && granted == other.granted && textVersion.equals(other.textVersion);
    }
}
