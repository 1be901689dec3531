package org.linli.loan.disbursement;

import java.time.Instant;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.contract.Payee;
import org.linli.loan.corebank.Booking;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;
import org.linli.loan.loan.AgreedTerms;
import org.linli.loan.loan.LoanOrigin;

/** Things that tests begin with. */
final class MovementExamples {
    static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    private MovementExamples() {}

    static Payment aPayment(String reference) {
        return new Payment(
                reference, Payment.Direction.DISBURSEMENT, "L1", 5_000_000, "王小明", "6222000000000001", "城关支行");
    }

    static CoreBankAnswer.Booked booked(Payment payment) {
        return bookedAs(payment, payment.loanId(), payment.amountFen(), payment.accountNumber());
    }

    static CoreBankAnswer.Booked bookedAs(Payment payment, String loanId, long amountFen, String account) {
        return new CoreBankAnswer.Booked(new Booking(
                payment.reference(), payment.direction(), loanId, amountFen, account, "B1", NOON.plusSeconds(1)));
    }

    static Disbursement anOrder() {
        return NewDisbursement.ordered("A1", order(null));
    }

    static Disbursement aDraw() {
        return NewDisbursement.ordered("D1", order("A1"));
    }

    static Order order(String lineId) {
        return new Order(
                "L1",
                new LoanOrigin("A1", lineId, "M1", "B01", "/hq/B01/", "MICRO"),
                new AgreedTerms(5_000_000, 12, "9.6", RepaymentMethod.EQUAL_INSTALMENT, DayCount.D30_360),
                Payee.Kind.OWN_ACCOUNT,
                "**** 0001",
                "sealed",
                "clerk-1",
                NOON);
    }
}
