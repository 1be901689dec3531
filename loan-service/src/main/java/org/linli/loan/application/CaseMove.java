package org.linli.loan.application;

/** What became of moving a case. */
public sealed interface CaseMove {
    /** The case is where it was to go; also when it was there before. */
    record Moved(LoanCase loanCase) implements CaseMove {}

    /** The way does not lead from where the case is to where it was to go. */
    record NoWay(Stage current, Stage wanted) implements CaseMove {}

    record Absent() implements CaseMove {}
}
