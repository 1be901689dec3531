package org.linli.loan.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.disbursement.Clearance.Cleared;
import org.linli.loan.loan.CreditLines;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** What clerks do: let money go, open a line, ask again about what is held. */
@Component
class Disbursing {
    private final LoanCases cases;
    private final Clearance clearance;
    private final Disbursements disbursements;
    private final CreditLines lines;
    private final Orders orders;
    private final Reopening reopening;
    private final DisbursementWork work;

    Disbursing(
            LoanCases cases,
            Clearance clearance,
            Disbursements disbursements,
            CreditLines lines,
            Orders orders,
            Reopening reopening,
            DisbursementWork work) {
        this.cases = cases;
        this.clearance = clearance;
        this.disbursements = disbursements;
        this.lines = lines;
        this.orders = orders;
        this.reopening = reopening;
        this.work = work;
    }

    /** Orders the payment of a case, or finds it ordered; tries it at once, and later again if that came to nothing. */
    DisbursementOutcome order(String caseId, Caller caller) {
        if (cases.inScope(caseId, caller).isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        Optional<Disbursement> before = disbursements.find(caseId);
        if (before.filter(Disbursing::isUnderWay).isPresent()) {
            return accepted(caseId);
        }
        before.ifPresent(reopening::goOn);
        LoanCase loanCase = cases.find(caseId).orElseThrow();
        Instant now = work.now();
        Clearance.Verdict verdict = clearance.judge(loanCase, false, caller, today(now));
        if (verdict instanceof Clearance.Refused refused) {
            return refused.why();
        }
        SignedContract contract = ((Cleared) verdict).contract();
        Order order = orders.of(loanCase, contract, caller.subject(), now);
        if (before.isPresent()) {
            disbursements.change(
                    caseId,
                    one -> one.orderAgain(order, contract.edition(), DisbursementStatus.PAYING),
                    changed -> changed);
        } else {
            disbursements.order(caseId, order);
        }
        return accepted(caseId);
    }

    private static boolean isUnderWay(Disbursement one) {
        return !one.isAtRest() && one.status() != DisbursementStatus.LINE;
    }

    /** Whoever led the case back at the same time may have been first: then nothing is ordered. */
    private DisbursementOutcome accepted(String id) {
        work.run(id);
        Disbursement after = disbursements.find(id).orElseThrow();
        return after.status() == DisbursementStatus.SET_ASIDE
                ? new DisbursementOutcome.NotInStatus(after.status())
                : new DisbursementOutcome.Accepted(after);
    }

    /** Opens the line of a case under the same conditions, and sends the case on. Empty: it is open. */
    Optional<DisbursementOutcome> openLine(String caseId, Caller caller) {
        if (cases.inScope(caseId, caller).isEmpty()) {
            return Optional.of(new DisbursementOutcome.NotFound());
        }
        if (lines.termsOf(caseId).isEmpty()) {
            disbursements.find(caseId).ifPresent(reopening::goOn);
            Instant now = work.now();
            LoanCase loanCase = cases.find(caseId).orElseThrow();
            Clearance.Verdict verdict = clearance.judge(loanCase, true, caller, today(now));
            if (verdict instanceof Clearance.Refused refused) {
                return Optional.of(refused.why());
            }
            SignedContract contract = ((Cleared) verdict).contract();
            if (!claimsLine(orders.of(loanCase, contract, caller.subject(), now), contract.edition())) {
                return Optional.of(new DisbursementOutcome.NotInStatus(DisbursementStatus.SET_ASIDE));
            }
            lines.open(Orders.originOf(loanCase), Orders.termsOf(contract), today(now));
        }
        work.lineOpened(caseId);
        return Optional.empty();
    }

    /** Stored before the line: from then on nobody leads the case back. */
    private boolean claimsLine(Order order, int edition) {
        String caseId = order.origin().caseId();
        return disbursements.insert(NewDisbursement.lineOpened(caseId, order))
                || disbursements
                        .change(
                                caseId,
                                one -> one.status() == DisbursementStatus.LINE
                                        || one.orderAgain(order, edition, DisbursementStatus.LINE),
                                changed -> changed)
                        .orElse(false);
    }

    /** A clerk has looked into what is held and wants the bank to be asked once more. */
    DisbursementOutcome askAgain(String id, Caller caller) {
        Optional<Disbursement> found = inScope(id, caller);
        if (found.isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        Instant now = work.now();
        boolean asking = disbursements
                .change(id, one -> one.askAgain(now), changed -> changed)
                .orElse(false);
        return asking
                ? accepted(id)
                : new DisbursementOutcome.NotInStatus(found.get().status());
    }

    Optional<Disbursement> inScope(String id, Caller caller) {
        return disbursements
                .find(id)
                .filter(one -> caller.oversees(one.order().origin().organisationPath()));
    }

    List<Disbursement> allInScope(
            Caller caller, @Nullable DisbursementStatus status, @Nullable String before, int limit) {
        return disbursements.inScope(caller.scope(), status, before, limit);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, DisbursementWork.BANK_ZONE);
    }
}
