package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.disbursement.MovementExamples.NOON;
import static org.linli.loan.disbursement.MovementExamples.aDraw;
import static org.linli.loan.disbursement.MovementExamples.aPayment;
import static org.linli.loan.disbursement.MovementExamples.anOrder;
import static org.linli.loan.disbursement.MovementExamples.booked;
import static org.linli.loan.disbursement.MovementExamples.bookedAs;
import static org.linli.loan.disbursement.MovementExamples.order;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.contract.AgreedTerms;
import org.linli.loan.contract.Payee;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;
import org.linli.loan.foureyes.FourEyes;

/** When money may move, by whose order, and that it moves once. */
class DisbursementRules {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Payment PAYMENT = aPayment("A1-P1");
    private static final FourEyes.Case PEOPLE =
            new FourEyes.Case(Set.of("owner-1"), Set.of("importer"), Set.of("manager-1", "risk-1"), "M1");

    // Conditions

    @Test
    void money_moves_when_the_contract_is_signed_and_whole_the_approval_valid_and_every_condition_met() {
        assertThat(DisbursementPolicy.failed(contract(true, true), List.of(), TODAY))
                .isEmpty();
    }

    @Test
    void without_a_signed_contract_nothing_else_is_asked() {
        assertThat(codes(null, List.of(), TODAY)).containsExactly("contract-not-signed");
    }

    @Test
    void every_reason_is_named_not_only_the_first() {
        assertThat(codes(contract(false, false), List.of("办妥抵押登记"), TODAY.plusYears(1)))
                .containsExactly("contract-altered", "approval-lapsed", "approval-changed", "condition-open");
    }

    @Test
    void an_approval_is_good_on_its_last_day_and_not_after() {
        LocalDate last = contract(true, true).terms().validUntil();
        assertThat(codes(contract(true, true), List.of(), last)).isEmpty();
        assertThat(codes(contract(true, true), List.of(), last.plusDays(1))).containsExactly("approval-lapsed");
    }

    // Four eyes (rule P-2)

    @Test
    void who_applied_investigated_decided_or_prepared_does_not_pay_out() {
        assertThat(conflict("clerk-1")).isEmpty();
        assertThat(conflict("owner-1")).isEqualTo("own-case");
        assertThat(conflict("importer")).isEqualTo("prepared-it");
        assertThat(conflict("risk-1")).isEqualTo("investigated-it");
        assertThat(conflict("approver-1")).isEqualTo("decided-it");
        assertThat(conflict("manager-2")).as("prepared the contract").isEqualTo("prepared-it");
    }

    @Test
    void a_relative_or_a_deputy_of_theirs_does_not_either() {
        FourEyes.Decider aunt = new FourEyes.Decider("clerk-1", Set.of("M1"), Set.of());
        FourEyes.Decider deputy = new FourEyes.Decider("clerk-1", Set.of(), Set.of("approver-1"));
        assertThat(DisbursementPolicy.conflict(PEOPLE, contract(true, true), aunt))
                .contains("relative");
        assertThat(DisbursementPolicy.conflict(PEOPLE, contract(true, true), deputy))
                .contains("deputy-of-preparer");
    }

    // Exactly once

    @Test
    void an_attempt_is_written_down_before_anything_is_sent_and_nobody_else_begins_meanwhile() {
        Disbursement order = anOrder();
        assertThat(order.begin(NOON, LEASE)).get().matches(before -> !before.sent());
        assertThat(order.payment().sent()).isTrue();
        assertThat(order.begin(NOON.plusSeconds(14), LEASE)).isEmpty();
        assertThat(order.begin(NOON.plusSeconds(15), LEASE)).get().matches(Movement::sent);
    }

    @Test
    void no_answer_is_neither_booked_nor_refused_and_waits_longer_each_time() {
        Disbursement order = anOrder();
        order.begin(NOON, LEASE);
        order.heard(new CoreBankAnswer.Unknown("no-answer"), PAYMENT, NOON, WAIT);
        assertThat(order.status()).isEqualTo(DisbursementStatus.PAYING);
        assertThat(order.payment().trouble()).isEqualTo("no-answer");
        assertThat(order.nextStepAt()).isEqualTo(NOON.plus(WAIT));
        DisbursementSettings settings = settings();
        assertThat(settings.waitAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.waitAfter(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(settings.waitAfter(60)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_booking_of_exactly_this_payment_ends_it() {
        Disbursement order = anOrder();
        assertThat(order.heard(booked(PAYMENT), PAYMENT, NOON, WAIT)).isFalse();
        assertThat(order.status()).isEqualTo(DisbursementStatus.PAID);
        assertThat(order.payment().bookingNumber()).isEqualTo("B1");
    }

    @Test
    void an_answer_about_another_loan_amount_or_account_raises_the_alarm_and_books_nothing() {
        for (CoreBankAnswer wrong : List.of(
                bookedAs(PAYMENT, "L2", 5_000_000, "6222000000000001"),
                bookedAs(PAYMENT, "L1", 5_000_001, "6222000000000001"),
                bookedAs(PAYMENT, "L1", 5_000_000, "6222000000000002"),
                booked(aPayment("A2-P1")))) {
            Disbursement order = anOrder();
            assertThat(order.heard(wrong, PAYMENT, NOON, WAIT)).as("alarm").isTrue();
            assertThat(order.status()).isEqualTo(DisbursementStatus.HELD);
            assertThat(order.nextStepAt()).as("nothing goes on by itself").isNull();
        }
    }

    @Test
    void what_was_held_is_asked_about_again_and_never_sent_again() {
        Disbursement order = anOrder();
        order.heard(bookedAs(PAYMENT, "L2", 5_000_000, "6222000000000001"), PAYMENT, NOON, WAIT);
        assertThat(order.askAgain(NOON)).isTrue();
        assertThat(order.begin(NOON, LEASE)).get().matches(Movement::sent).matches(Movement::doubtful);
        order.heard(new CoreBankAnswer.NotThere(), PAYMENT, NOON, WAIT);
        assertThat(order.status()).isEqualTo(DisbursementStatus.HELD);
        order.askAgain(NOON);
        order.heard(booked(PAYMENT), PAYMENT, NOON, WAIT);
        assertThat(order.status()).isEqualTo(DisbursementStatus.PAID);
    }

    @Test
    void the_first_answer_stands() {
        Disbursement order = anOrder();
        order.heard(booked(PAYMENT), PAYMENT, NOON, WAIT);
        order.heard(new CoreBankAnswer.Refused("late"), PAYMENT, NOON, WAIT);
        assertThat(order.status()).isEqualTo(DisbursementStatus.PAID);
    }

    @Test
    void only_after_a_refusal_is_a_loan_ordered_again_and_then_under_a_new_reference() {
        Disbursement order = anOrder();
        assertThat(order.orderAgain(order(null), 1, DisbursementStatus.PAYING)).isFalse();
        order.heard(new CoreBankAnswer.Refused("account-closed"), PAYMENT, NOON, WAIT);
        assertThat(order.orderAgain(order(null), 1, DisbursementStatus.PAYING)).isTrue();
        assertThat(order.payment().reference()).isEqualTo("A1-P2");
        order.heard(booked(PAYMENT), PAYMENT, NOON, WAIT);
        assertThat(order.status()).as("an answer about the old reference").isEqualTo(DisbursementStatus.PAYING);
    }

    @Test
    void a_draw_takes_its_share_first_and_gives_it_back_when_refused() {
        Disbursement draw = aDraw();
        assertThat(draw.status()).isEqualTo(DisbursementStatus.RESERVING);
        assertThat(draw.begin(NOON, LEASE)).as("no money without a share").isEmpty();
        draw.reserved(NOON);
        draw.heard(new CoreBankAnswer.Refused("account-closed"), aPayment("D1-P1"), NOON, WAIT);
        assertThat(draw.orderAgain(order(null), 1, DisbursementStatus.PAYING)).isFalse();
        assertThat(draw.isDue(NOON)).as("the share is still to be given back").isTrue();
        draw.cancel("core-bank-refused");
        assertThat(draw.status()).isEqualTo(DisbursementStatus.CANCELLED);
    }

    // Taking back

    @Test
    void a_disbursement_is_taken_back_under_a_reference_of_its_own_once_two_agree() {
        Disbursement order = done();
        assertThat(order.confirmReversal("clerk-2", NOON)).as("nobody asked").isFalse();
        assertThat(order.requestReversal("打错账户", "clerk-1", NOON)).isTrue();
        assertThat(order.requestReversal("again", "clerk-1", NOON)).isFalse();
        assertThat(order.begin(NOON, LEASE)).as("nothing moves yet").isEmpty();
        assertThat(order.confirmReversal("clerk-2", NOON)).isTrue();
        assertThat(order.movement()).matches(back -> back.reference().equals("A1-R1"));
    }

    @Test
    void a_refused_way_back_leaves_the_loan_as_it_was() {
        Disbursement order = done();
        order.requestReversal("打错账户", "clerk-1", NOON);
        order.confirmReversal("clerk-2", NOON);
        order.heard(new CoreBankAnswer.Refused("balance-too-low"), aPayment("A1-R1"), NOON, WAIT);
        assertThat(order.status()).isEqualTo(DisbursementStatus.DONE);
        order.requestReversal("打错账户", "clerk-1", NOON);
        order.confirmReversal("clerk-2", NOON);
        assertThat(order.movement()).matches(back -> back.reference().equals("A1-R2"));
    }

    private static Disbursement done() {
        Disbursement order = anOrder();
        order.heard(booked(PAYMENT), PAYMENT, NOON, WAIT);
        order.done();
        return order;
    }

    private static List<String> codes(SignedContract contract, List<String> open, LocalDate today) {
        return DisbursementPolicy.failed(contract, open, today).stream()
                .map(failed -> failed.kind().code())
                .toList();
    }

    private static String conflict(String subject) {
        return DisbursementPolicy.conflict(
                        PEOPLE, contract(true, true), new FourEyes.Decider(subject, Set.of(), Set.of()))
                .orElse("");
    }

    private static SignedContract contract(boolean intact, boolean stands) {
        AgreedTerms terms = new AgreedTerms(
                5_000_000,
                12,
                "9.6",
                RepaymentMethod.EQUAL_INSTALMENT,
                DayCount.D30_360,
                List.of("办妥抵押登记"),
                LocalDate.of(2026, 6, 30),
                false,
                Set.of("approver-1"));
        Payee payee = new Payee(Payee.Kind.OWN_ACCOUNT, "王小明", "6222000000000001", "城关支行");
        return new SignedContract(1, terms, payee, "manager-2", intact, stands);
    }

    private static DisbursementSettings settings() {
        return new DisbursementSettings(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(5), LEASE, 1, 100_000);
    }
}
