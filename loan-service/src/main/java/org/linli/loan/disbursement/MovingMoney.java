package org.linli.loan.disbursement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.linli.loan.contract.Payee;
import org.linli.loan.corebank.CoreBank;
import org.linli.loan.corebank.CoreBankAnswer;
import org.linli.loan.corebank.Payment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One attempt at one movement of money. The attempt is stored before anything is sent. When an earlier one may have
 * reached the bank, the bank is asked what became of it; only if it knows nothing is it sent again, under the same
 * reference. So money moves once, wherever the service dies.
 */
@Component
class MovingMoney {
    private static final Logger log = LoggerFactory.getLogger(MovingMoney.class);

    private final Disbursements disbursements;
    private final CoreBank bank;
    private final PayeeSeal seal;
    private final DisbursementSettings settings;
    private final Counter held;

    MovingMoney(
            Disbursements disbursements,
            CoreBank bank,
            PayeeSeal seal,
            DisbursementSettings settings,
            MeterRegistry meters) {
        this.disbursements = disbursements;
        this.bank = bank;
        this.seal = seal;
        this.settings = settings;
        this.held = meters.counter("loan.disbursements.held");
    }

    void attempt(Disbursement disbursement, Instant now) {
        String id = disbursement.id();
        Optional<Movement> begun = disbursements
                .change(id, one -> one.begin(now, settings.lease()), Optional::isPresent)
                .orElseGet(Optional::empty);
        if (begun.isEmpty()) {
            return;
        }
        Movement before = begun.get();
        Payment payment = paymentOf(disbursement, before.reference());
        CoreBankAnswer answer = before.sent() ? asked(payment, before) : bank.pay(payment);
        boolean alarm = disbursements
                .change(
                        id,
                        one -> one.heard(answer, payment, now, settings.waitAfter(before.tries() + 1)),
                        anything -> true)
                .orElse(false);
        if (alarm) {
            held.increment();
            log.error("disbursement {} is held: the core bank speaks of another payment under its reference", id);
        }
    }

    private CoreBankAnswer asked(Payment payment, Movement before) {
        CoreBankAnswer answer = bank.inquire(payment.reference());
        boolean neverArrived = answer instanceof CoreBankAnswer.NotThere && !before.doubtful();
        return neverArrived ? bank.pay(payment) : answer;
    }

    private Payment paymentOf(Disbursement disbursement, String reference) {
        Order order = disbursement.order();
        Payee payee = seal.open(disbursement.id(), order.sealedPayee());
        boolean back = !reference.equals(disbursement.payment().reference());
        return new Payment(
                reference,
                back ? Payment.Direction.REVERSAL : Payment.Direction.DISBURSEMENT,
                order.loanId(),
                order.terms().amountFen(),
                payee.accountName(),
                payee.accountNumber(),
                payee.bankName());
    }
}
