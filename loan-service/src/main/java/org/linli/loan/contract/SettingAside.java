package org.linli.loan.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Contracts that shall not count any more, for whoever leads a case back: a new one is prepared and signed in their
 * place. Every call may be repeated.
 */
@Component
public class SettingAside {
    private final Contracts contracts;
    private final Clock clock;

    SettingAside(Contracts contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    /**
     * Sets one edition aside, also when everybody has signed it. Whoever calls has made sure that no money moves under
     * it.
     *
     * @return false when the contract was prepared anew meanwhile: then there is nothing left to do
     */
    public boolean edition(String caseId, int edition, String reason, String by) {
        return contracts.supersede(caseId, edition, new Superseded(reason, by, now()));
    }

    /** Sets aside what not everybody has signed. @return false when everybody has */
    public boolean unsigned(String caseId, String reason, String by) {
        return contracts.supersedeUnsigned(caseId, new Superseded(reason, by, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
