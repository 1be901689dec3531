package org.linli.loan.approval;

import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.springframework.stereotype.Component;

/** Moves a decided case on when the service died between the decision and the move. */
@Component
class DecisionDriver implements StageDriver {
    private final Rounds rounds;

    DecisionDriver(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Stage stage() {
        return Stage.APPROVAL;
    }

    @Override
    public void resume(LoanCase loanCase) {
        rounds.standing(loanCase).current().ifPresent(rounds::finish);
    }
}
