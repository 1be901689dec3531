package org.linli.loan.application;

import org.linli.loan.staff.StaffFault;

/** What became of something that somebody did to a case without moving it on. */
sealed interface CaseAct {
    record Done(LoanApplication application) implements CaseAct {}

    record Refused(Reason reason) implements CaseAct {}

    /** Nobody who could do it. */
    record Unfit(String staffId, StaffFault fault) implements CaseAct {}

    /** No such case, or none that the caller may see. */
    record NotFound() implements CaseAct {}

    /** The codes that callers see. */
    enum Reason {
        /** Nothing is left to do in it. */
        CASE_CLOSED("case-closed"),
        ALREADY_WAITING("already-waiting"),
        NOT_WAITING("not-waiting"),
        TOO_MANY_QUESTIONS("too-many-questions"),
        /** Somebody else is named, and the caller is no deputy. */
        NOT_RESPONSIBLE("not-responsible"),
        /** The contract is signed, or the way ended before. */
        TOO_LATE_TO_WITHDRAW("too-late-to-withdraw");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static CaseAct refused(Reason reason) {
        return new Refused(reason);
    }
}
