package org.linli.loan.approval;

import java.time.Clock;
import org.linli.loan.application.DecidingRole;
import org.linli.loan.application.DecidingRoles;
import org.linli.loan.application.LoanCase;
import org.linli.loan.approval.kernel.Level;
import org.springframework.stereotype.Component;

/** Names who decides by the band of the amount, or on appeal by the level above (rules L-1, L-8). */
@Component
class RolesByBand implements DecidingRoles {
    private final Rounds rounds;
    private final Clock clock;

    RolesByBand(Rounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public DecidingRole of(LoanCase loanCase) {
        ApprovalEdition edition = rounds.editionFor(loanCase, ApprovalSettings.businessDate(clock.instant()));
        Level band = edition.bands().levelFor(loanCase.amountFen());
        return role(Level.higher(band, rounds.standing(loanCase).atLeast()));
    }

    private static DecidingRole role(Level level) {
        return switch (level) {
            case SYSTEM, BRANCH -> new DecidingRole("BRANCH_HEAD", true);
            case HEAD_OFFICE -> new DecidingRole("APPROVER", false);
            case COMMITTEE -> new DecidingRole("COMMITTEE_CHAIR", false);
        };
    }
}
