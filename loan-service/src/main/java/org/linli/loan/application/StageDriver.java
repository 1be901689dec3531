package org.linli.loan.application;

/**
 * A feature that moves cases on when its own work is done. Its result and the case are two documents: when the service
 * died between the two writes, {@link StageResumption} asks it at the next start to finish the move.
 */
public interface StageDriver {
    /** The stage that this feature ends. */
    Stage stage();

    /** Moves the case on if its own result is there, else does nothing; may be called any number of times. */
    void resume(LoanCase loanCase);
}
