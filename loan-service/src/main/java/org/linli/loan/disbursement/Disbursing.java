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
import org.linli.loan.loan.AgreedTerms;
import org.linli.loan.loan.CreditLines;
import org.linli.loan.loan.LoanOrigin;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** What clerks do: let money go, open a line, ask again about what is held. */
@Component
class Disbursing {
    private final LoanCases cases;
    private final Clearance clearance;
    private final Disbursements disbursements;
    private final CreditLines lines;
    private final PayeeSeal seal;
    private final DisbursementWork work;

    Disbursing(
            LoanCases cases,
            Clearance clearance,
            Disbursements disbursements,
            CreditLines lines,
            PayeeSeal seal,
            DisbursementWork work) {
        this.cases = cases;
        this.clearance = clearance;
        this.disbursements = disbursements;
        this.lines = lines;
        this.seal = seal;
        this.work = work;
    }

    /** Orders the payment of a case, or finds it ordered; tries it at once, and later again if that came to nothing. */
    DisbursementOutcome order(String caseId, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        Optional<Disbursement> before = disbursements.find(caseId);
        if (before.filter(one -> one.status() != DisbursementStatus.REFUSED).isPresent()) {
            return accepted(caseId);
        }
        Instant now = work.now();
        Clearance.Verdict verdict = clearance.judge(found.get(), false, caller, today(now));
        if (verdict instanceof Clearance.Refused refused) {
            return refused.why();
        }
        if (before.isPresent()) {
            disbursements.change(caseId, one -> one.orderAgain(now), changed -> changed);
        } else {
            SignedContract contract = ((Cleared) verdict).contract();
            disbursements.order(caseId, orderOf(found.get(), contract, caller.subject(), now));
        }
        return accepted(caseId);
    }

    private DisbursementOutcome accepted(String id) {
        work.run(id);
        return new DisbursementOutcome.Accepted(disbursements.find(id).orElseThrow());
    }

    private Order orderOf(LoanCase loanCase, SignedContract contract, String by, Instant at) {
        return new Order(
                Ids.next(),
                originOf(loanCase),
                termsOf(contract),
                contract.payee().kind(),
                contract.payee().maskedAccount(),
                seal.seal(loanCase.id(), contract.payee()),
                by,
                at);
    }

    private static LoanOrigin originOf(LoanCase loanCase) {
        return new LoanOrigin(
                loanCase.id(),
                null,
                loanCase.merchantId(),
                loanCase.branchId(),
                loanCase.organisationPath(),
                loanCase.productCode());
    }

    private static AgreedTerms termsOf(SignedContract contract) {
        return new AgreedTerms(
                contract.terms().amountFen(),
                contract.terms().termMonths(),
                contract.terms().annualRatePercent(),
                contract.terms().method(),
                contract.terms().dayCount());
    }

    /** Opens the line of a case under the same conditions, and sends the case on. Empty: it is open. */
    Optional<DisbursementOutcome> openLine(String caseId, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return Optional.of(new DisbursementOutcome.NotFound());
        }
        if (lines.termsOf(caseId).isEmpty()) {
            LocalDate today = today(work.now());
            Clearance.Verdict verdict = clearance.judge(found.get(), true, caller, today);
            if (verdict instanceof Clearance.Refused refused) {
                return Optional.of(refused.why());
            }
            lines.open(originOf(found.get()), termsOf(((Cleared) verdict).contract()), today);
        }
        work.lineOpened(caseId);
        return Optional.empty();
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
