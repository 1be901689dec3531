package org.linli.loan.disbursement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** All about the money of a case or draw, also that none is to be paid: of an order and a way back one is first. */
@Document(Disbursement.COLLECTION)
@CompoundIndex(name = "next_step", def = "{'nextStepAt': 1, '_id': 1}")
@CompoundIndex(name = "by_scope", def = "{'scopes': 1, 'status': 1, '_id': 1}")
class Disbursement extends AggregateRoot {
    static final String COLLECTION = "disbursements";

    /** How often one case may be ordered. */
    static final int MOST_ATTEMPTS = 30;

    private Order order;
    private final List<Attempt> earlier;
    private final List<String> scopes;
    private DisbursementStatus status;
    private int attempt;
    private Movement payment;
    private @Nullable Reversal reversal;
    private @Nullable SetAside setAside;
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
            @Nullable String cancelledFor,
            @Nullable List<Attempt> earlier,
            @Nullable SetAside setAside) {
        super(id);
        this.order = order;
        this.scopes = List.copyOf(scopes);
        this.status = status;
        this.attempt = attempt;
        this.payment = payment;
        this.reversal = reversal;
        this.nextStepAt = nextStepAt;
        this.cancelledFor = cancelledFor;
        this.earlier = earlier == null ? new ArrayList<>() : new ArrayList<>(earlier);
        this.setAside = setAside;
    }

    /**
     * After a refusal, a reversal or a way back, under a new reference: nothing is on its way under the old one.
     *
     * @param fresh from the contract as it is signed now
     * @param next PAYING, or LINE
     */
    boolean orderAgain(Order fresh, int edition, DisbursementStatus next) {
        boolean underOldContract = setAside != null && edition <= setAside.edition();
        if (!isAtRest() || underOldContract || attempt >= MOST_ATTEMPTS) {
            return false;
        }
        earlier.add(new Attempt(order, payment, reversal));
        attempt++;
        order = fresh;
        reversal = null;
        payment = Movement.ordered(id() + "-P" + attempt, fresh.orderedAt());
        go(next, next == DisbursementStatus.LINE ? null : fresh.orderedAt());
        return true;
    }

    /** Nothing is on its way, and the bank knows of nothing that was not undone: the case may be ordered, or led back. */
    boolean isAtRest() {
        return status.isAtRest() && !isDraw();
    }

    /** @return false when something is on its way or paid */
    boolean setAside(SetAside why) {
        if (!isAtRest()) {
            return false;
        }
        setAside = why;
        go(DisbursementStatus.SET_ASIDE, null);
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
        if (after.state() == Movement.State.ORDERED) {
            nextStepAt = after.nextTryAt();
            return false;
        }
        DisbursementStatus next = status.after(after.state());
        go(next, next.goesOn(isDraw()) ? at : null);
        return after.state() == Movement.State.HELD;
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
        if (status != status.done()) {
            go(status.done(), null);
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
        reversal = new Reversal(Reversal.last(earlier, reversal) + 1, reason, by, at, null, null);
        go(DisbursementStatus.REVERSAL_REQUESTED, null);
        return true;
    }

    boolean confirmReversal(String by, Instant at) {
        if (status != DisbursementStatus.REVERSAL_REQUESTED) {
            return false;
        }
        reversal = Objects.requireNonNull(reversal).confirmed(id(), by, at);
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
        return nextStepAt != null && !nextStepAt.isAfter(at);
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

    @Nullable SetAside setAside() {
        return setAside;
    }

    List<Attempt> earlier() {
        return List.copyOf(earlier);
    }

    @Nullable String cancelledFor() {
        return cancelledFor;
    }

    @Override
    protected AuditView audit() {
        return DisbursementAudit.of(this);
    }
}
