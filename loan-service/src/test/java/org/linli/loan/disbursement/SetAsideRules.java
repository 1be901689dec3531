package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.disbursement.MovementExamples.NOON;
import static org.linli.loan.disbursement.MovementExamples.aDraw;
import static org.linli.loan.disbursement.MovementExamples.aPayment;
import static org.linli.loan.disbursement.MovementExamples.anOrder;
import static org.linli.loan.disbursement.MovementExamples.booked;
import static org.linli.loan.disbursement.MovementExamples.order;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;

/** Rule L-13: of an order and a way back one is first, and nothing is paid under a contract that was set aside. */
class SetAsideRules {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final SetAside FIRST_EDITION = new SetAside(1, "账户有误", "clerk-1", NOON);

    @Test
    void what_is_on_its_way_held_or_paid_is_not_set_aside() {
        Payment payment = aPayment("A1-P1");
        Disbursement ordered = anOrder();
        assertThat(ordered.setAside(FIRST_EDITION)).as("ordered").isFalse();
        ordered.begin(NOON, WAIT);
        ordered.heard(new CoreBankAnswer.Unknown("timeout"), payment, NOON, WAIT);
        assertThat(ordered.setAside(FIRST_EDITION)).as("perhaps paid").isFalse();
        ordered.heard(booked(payment), payment, NOON, WAIT);
        assertThat(ordered.setAside(FIRST_EDITION)).as("paid").isFalse();
        ordered.done();
        assertThat(ordered.setAside(FIRST_EDITION)).as("a loan").isFalse();
        assertThat(NewDisbursement.lineOpened("A1", order(null)).setAside(FIRST_EDITION))
                .as("an open line")
                .isFalse();
    }

    @Test
    void a_refused_draw_belongs_to_no_contract_of_its_own() {
        Disbursement draw = aDraw();
        draw.reserved(NOON);
        draw.heard(new CoreBankAnswer.Refused("account-closed"), aPayment("D1-P1"), NOON, WAIT);
        assertThat(draw.setAside(FIRST_EDITION)).isFalse();
    }

    @Test
    void only_a_later_edition_is_paid_under_and_what_was_before_is_kept() {
        Disbursement none = NewDisbursement.setAside("A1", order(null), FIRST_EDITION);
        assertThat(none.isDue(NOON.plusSeconds(3600))).isFalse();
        assertThat(none.orderAgain(order(null), 1, DisbursementStatus.PAYING)).isFalse();
        assertThat(none.orderAgain(order(null), 2, DisbursementStatus.PAYING)).isTrue();
        assertThat(none.payment().reference()).isEqualTo("A1-P2");
        assertThat(none.earlier()).hasSize(1);
        assertThat(none.setAside(FIRST_EDITION)).as("it is on its way").isFalse();
    }

    @Test
    void a_case_is_not_ordered_without_end() {
        Disbursement refused = anOrder();
        int orders = 1;
        do {
            Payment payment = aPayment(refused.payment().reference());
            refused.heard(new CoreBankAnswer.Refused("account-closed"), payment, NOON, WAIT);
        } while (refused.orderAgain(order(null), 1, DisbursementStatus.PAYING) && orders++ < 100);
        assertThat(orders).isEqualTo(Disbursement.MOST_ATTEMPTS);
    }

    @Test
    void what_is_done_twice_does_not_stop_what_was_ordered_meanwhile() {
        Disbursement one = anOrder();
        one.heard(new CoreBankAnswer.Refused("account-closed"), aPayment("A1-P1"), NOON, WAIT);
        one.orderAgain(order(null), 1, DisbursementStatus.PAYING);
        one.done();
        assertThat(one.status()).isEqualTo(DisbursementStatus.PAYING);
        assertThat(one.isDue(NOON)).isTrue();
    }
}
