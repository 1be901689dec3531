package org.linli.loan.disbursement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the document about a case's or draw's money begins. */
final class NewDisbursement {
    private NewDisbursement() {}

    static Disbursement ordered(String id, Order order) {
        boolean draw = order.origin().lineId() != null;
        DisbursementStatus first = draw ? DisbursementStatus.RESERVING : DisbursementStatus.PAYING;
        return begun(id, order, first, order.orderedAt(), null);
    }

    /** A line is opened: nothing is paid, and nobody leads its case back any more. */
    static Disbursement lineOpened(String id, Order order) {
        return begun(id, order, DisbursementStatus.LINE, null, null);
    }

    /** Before anything was ordered: nothing will be, under this contract. */
    static Disbursement setAside(String id, Order never, SetAside why) {
        return begun(id, never, DisbursementStatus.SET_ASIDE, null, why);
    }

    private static Disbursement begun(
            String id,
            Order order,
            DisbursementStatus status,
            @Nullable Instant nextStepAt,
            @Nullable SetAside setAside) {
        Movement first = Movement.ordered(id + "-P1", order.orderedAt());
        return new Disbursement(
                id, order, order.origin().scopes(), status, 1, first, null, nextStepAt, null, null, setAside);
    }
}
