package org.linli.loan.disbursement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One instruction to pay out, under the case's id or the draw's; everything about its money is in this one document. */
@Document(Disbursement.COLLECTION)
@CompoundIndex(name = "next_step", def = "{'nextStepAt': 1, '_id': 1}")
@CompoundIndex(name = "by_scope", def = "{'scopes': 1, 'status': 1, '_id': 1}")
class Disbursement extends AggregateRoot {
    static final String COLLECTION = "disbursements";

    private final Order order;
    private final List<String> scopes;
    private DisbursementStatus status;
    private int attempt;
    private Movement payment;
    private @Nullable Reversal reversal;

    /** When there is something to do; null when there is nothing. */
    private @Nullable Instant nextStepAt;

    /** Why a draw came to nothing. */
    private @Nullable String cancelledFor;

    @PersistenceCreator
    Disbursement(
            String id,
            Order order,
            List<String> scopes,
            DisbursementStatus status,
            int attempt,
            Movement payment,
            @Nullable Reversal reversal,
            @Nullable Instant nextStepAt,
            @Nullable String cancelledFor) {
        super(id);
        this.order = order;
        this.scopes = List.copyOf(scopes);
        this.status = status;
        this.attempt = attempt;
        this.payment = payment;
        this.reversal = reversal;
        this.nextStepAt = nextStepAt;
        this.cancelledFor = cancelledFor;
    }

    static Disbursement ordered(String id, Order order) {
        boolean draw = order.origin().lineId() != null;
        Instant at = order.orderedAt();
        return new Disbursement(
                id,
                order,
                order.origin().scopes(),
                draw ? DisbursementStatus.RESERVING : DisbursementStatus.PAYING,
                1,
                Movement.ordered(id + "-P1", at),
                null,
                at,
                null);
    }

    /** After a refusal, under a new reference: the old one is certainly not booked. */
    boolean orderAgain(Instant at) {
        if (status != DisbursementStatus.REFUSED || isDraw()) {
            return false;
        }
        attempt++;
        payment = Movement.ordered(id() + "-P" + attempt, at);
        go(DisbursementStatus.PAYING, at);
        return true;
    }

    void reserved(Instant at) {
        if (status == DisbursementStatus.RESERVING) {
            go(DisbursementStatus.PAYING, at);
        }
    }

    void cancel(String why) {
        if (status == DisbursementStatus.RESERVING || status == DisbursementStatus.REFUSED) {
            cancelledFor = why;
            go(DisbursementStatus.CANCELLED, null);
        }
    }

    /**
     * Marks an attempt as begun, before anything is sent.
     *
     * @param lease for how long nobody else begins one
     * @return the movement as it was; empty when it is not its time
     */
    Optional<Movement> begin(Instant at, Duration lease) {
        Movement open = movement();
        if (open == null || !open.isDue(at)) {
            return Optional.empty();
        }
        Movement begun = open.begun(at.plus(lease));
        keep(begun);
        nextStepAt = begun.nextTryAt();
        return Optional.of(open);
    }

    /** @return whether a person has to look now */
    boolean heard(CoreBankAnswer answer, Payment asked, Instant at, Duration wait) {
        Movement open = movement();
        if (open == null || !open.reference().equals(asked.reference()) || open.state() != Movement.State.ORDERED) {
            return false;
        }
        Movement after = open.heard(answer, asked, at, wait);
        keep(after);
        boolean back = status == DisbursementStatus.REVERSING;
        switch (after.state()) {
            case ORDERED -> nextStepAt = after.nextTryAt();
            case BOOKED -> go(back ? DisbursementStatus.TAKEN_BACK : DisbursementStatus.PAID, at);
            case REFUSED -> refused(back, at);
            case HELD -> go(back ? DisbursementStatus.REVERSAL_HELD : DisbursementStatus.HELD, null);
        }
        return after.state() == Movement.State.HELD;
    }

    private void refused(boolean back, Instant at) {
        if (back) {
            go(DisbursementStatus.DONE, null);
        } else {
            go(DisbursementStatus.REFUSED, isDraw() ? at : null);
        }
    }

    /** The one on its way: there is never more than one. */
    @Nullable Movement movement() {
        return switch (status) {
            case PAYING, HELD -> payment;
            case REVERSING, REVERSAL_HELD -> reversal == null ? null : reversal.movement();
            default -> null;
        };
    }

    private void keep(Movement changed) {
        if (changed.reference().equals(payment.reference())) {
            payment = changed;
        } else {
            reversal = Objects.requireNonNull(reversal).with(changed);
        }
    }

    void done() {
        if (status == DisbursementStatus.PAID) {
            go(DisbursementStatus.DONE, null);
        } else if (status == DisbursementStatus.TAKEN_BACK) {
            go(DisbursementStatus.REVERSED, null);
        }
    }

    /** A person wants the bank to be asked once more about what is held. */
    boolean askAgain(Instant at) {
        Movement held = movement();
        if (held == null || held.state() != Movement.State.HELD) {
            return false;
        }
        keep(held.askedAgain(at));
        go(status == DisbursementStatus.HELD ? DisbursementStatus.PAYING : DisbursementStatus.REVERSING, at);
        return true;
    }

    boolean requestReversal(String reason, String by, Instant at) {
        if (status != DisbursementStatus.DONE) {
            return false;
        }
        int next = reversal == null ? 1 : reversal.attempt() + 1;
        reversal = new Reversal(next, reason, by, at, null, null);
        go(DisbursementStatus.REVERSAL_REQUESTED, null);
        return true;
    }

    boolean confirmReversal(String by, Instant at) {
        Reversal requested = reversal;
        if (status != DisbursementStatus.REVERSAL_REQUESTED || requested == null) {
            return false;
        }
        reversal = requested.confirmed(by, Movement.ordered(id() + "-R" + requested.attempt(), at));
        go(DisbursementStatus.REVERSING, at);
        return true;
    }

    private void go(DisbursementStatus next, @Nullable Instant stepAt) {
        status = next;
        nextStepAt = stepAt;
    }

    boolean isDraw() {
        return order.origin().lineId() != null;
    }

    boolean isDue(Instant at) {
        Instant due = nextStepAt;
        return due != null && !due.isAfter(at);
    }

    Order order() {
        return order;
    }

    DisbursementStatus status() {
        return status;
    }

    Movement payment() {
        return payment;
    }

    @Nullable Reversal reversal() {
        return reversal;
    }

    @Nullable Instant nextStepAt() {
        return nextStepAt;
    }

    @Nullable String cancelledFor() {
        return cancelledFor;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("disbursement", order.origin().organisationPath())
                .with("applicationId", order.origin().caseId())
                .with("creditLineId", order.origin().lineId())
                .with("loanId", order.loanId())
                .with("amountFen", order.terms().amountFen())
                .with("status", status)
                .with("reference", payment.reference())
                .with("bookingNumber", payment.bookingNumber())
                .with("reversalRequestedBy", reversal == null ? null : reversal.requestedBy())
                .with("reversalConfirmedBy", reversal == null ? null : reversal.confirmedBy())
                .because(reversal == null ? null : reversal.reason());
    }
}
