package org.linli.loan.disbursement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.contract.Payee;

/**
 * A disbursement as clerks see it: how far it is, and why it waits. Money in fen, the account masked.
 *
 * @param reference under which the core bank knows it
 * @param tries how often the core bank was asked
 * @param trouble what the core bank last answered instead of a booking
 * @param earlier what was ordered before, the first one first
 * @param setAsideFor why nothing is to be paid under the contract; null when that is not so
 * @param nextTryAt when it goes on by itself; null when it does not
 */
record DisbursementView(
        String id,
        String applicationId,
        @Nullable String creditLineId,
        String loanId,
        long amountFen,
        DisbursementStatus status,
        Payee.Kind payeeKind,
        String account,
        String orderedBy,
        Instant orderedAt,
        String reference,
        int tries,
        @Nullable String trouble,
        @Nullable Instant nextTryAt,
        @Nullable String bookingNumber,
        @Nullable Instant bookedAt,
        @Nullable ReversalView reversal,
        @Nullable String setAsideFor,
        List<EarlierView> earlier) {

    record EarlierView(
            String loanId,
            String account,
            String reference,
            Movement.State payment,
            @Nullable ReversalView reversal) {
        static EarlierView of(Attempt attempt) {
            return new EarlierView(
                    attempt.order().loanId(),
                    attempt.order().maskedAccount(),
                    attempt.payment().reference(),
                    attempt.payment().state(),
                    DisbursementView.reversal(attempt.reversal()));
        }
    }

    record ReversalView(
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable String confirmedBy,
            @Nullable String bookingNumber,
            @Nullable String trouble) {
        /** Why somebody did something may name people: it stays out of logs. */
        @Override
        public String toString() {
            return "ReversalView[hidden]";
        }
    }

    static DisbursementView of(Disbursement disbursement) {
        Order order = disbursement.order();
        Movement open = disbursement.movement();
        Movement payment = disbursement.payment();
        Movement told = open == null ? payment : open;
        return new DisbursementView(
                disbursement.id(),
                order.origin().caseId(),
                order.origin().lineId(),
                order.loanId(),
                order.terms().amountFen(),
                disbursement.status(),
                order.payeeKind(),
                order.maskedAccount(),
                order.orderedBy(),
                order.orderedAt(),
                told.reference(),
                told.tries(),
                told.trouble(),
                disbursement.nextStepAt(),
                payment.bookingNumber(),
                payment.bookedAt(),
                reversal(disbursement.reversal()),
                setAsideFor(disbursement),
                disbursement.earlier().stream().map(EarlierView::of).toList());
    }

    private static @Nullable String setAsideFor(Disbursement disbursement) {
        SetAside aside = disbursement.setAside();
        return aside != null && disbursement.status() == DisbursementStatus.SET_ASIDE ? aside.reason() : null;
    }

    private static @Nullable ReversalView reversal(@Nullable Reversal reversal) {
        if (reversal == null) {
            return null;
        }
        Movement way = reversal.movement();
        return new ReversalView(
                reversal.reason(),
                reversal.requestedBy(),
                reversal.requestedAt(),
                reversal.confirmedBy(),
                way == null ? null : way.bookingNumber(),
                way == null ? null : way.trouble());
    }
}
