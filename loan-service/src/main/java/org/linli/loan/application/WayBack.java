package org.linli.loan.application;

import java.time.Instant;

/**
 * Why a case is led back.
 *
 * @param by the subject of whoever wants it
 * @param reason for the trail; it may name people
 * @param wantedAt a stay in the stage that began later is another one, which this does not end
 */
public record WayBack(String by, String reason, Instant wantedAt) {
    @Override
    public String toString() {
        return "WayBack[" + wantedAt + "]";
    }
}
