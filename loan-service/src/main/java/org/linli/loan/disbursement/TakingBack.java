package org.linli.loan.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.linli.loan.application.LoanCases;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Taking a disbursement back: one clerk says why, a second one agrees, and the money returns exactly once (rule P-2). */
@Component
class TakingBack {
    private final Disbursing disbursing;
    private final Disbursements disbursements;
    private final Clearance clearance;
    private final LoanCases cases;
    private final DisbursementWork work;
    private final DisbursementSettings settings;

    TakingBack(
            Disbursing disbursing,
            Disbursements disbursements,
            Clearance clearance,
            LoanCases cases,
            DisbursementWork work,
            DisbursementSettings settings) {
        this.disbursing = disbursing;
        this.disbursements = disbursements;
        this.clearance = clearance;
        this.cases = cases;
        this.work = work;
        this.settings = settings;
    }

    DisbursementOutcome request(String id, String reason, Caller caller) {
        Optional<Disbursement> found = disbursing.inScope(id, caller);
        if (found.isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        Instant now = work.now();
        Optional<DisbursementOutcome> refusal = refusal(found.get(), caller, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean requested = disbursements
                .change(id, one -> one.requestReversal(reason, caller.subject(), now), changed -> changed)
                .orElse(false);
        Disbursement after = disbursements.find(id).orElseThrow();
        boolean sameAgain = requested || isRequestOf(after, reason, caller);
        return sameAgain
                ? new DisbursementOutcome.Accepted(after)
                : new DisbursementOutcome.NotInStatus(after.status());
    }

    private static boolean isRequestOf(Disbursement disbursement, String reason, Caller caller) {
        Reversal reversal = disbursement.reversal();
        return reversal != null
                && disbursement.status() != DisbursementStatus.DONE
                && reversal.reason().equals(reason)
                && reversal.requestedBy().equals(caller.subject());
    }

    DisbursementOutcome confirm(String id, Caller caller) {
        Optional<Disbursement> found = disbursing.inScope(id, caller);
        if (found.isEmpty()) {
            return new DisbursementOutcome.NotFound();
        }
        Reversal reversal = found.get().reversal();
        if (reversal != null && isSecondPairOfSameEyes(reversal, caller)) {
            return new DisbursementOutcome.FourEyesConflict("prepared-it");
        }
        if (reversal != null && reversal.movement() != null) {
            return goOn(id);
        }
        Instant now = work.now();
        Optional<DisbursementOutcome> refusal = refusal(found.get(), caller, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        boolean confirmed = disbursements
                .change(id, one -> one.confirmReversal(caller.subject(), now), changed -> changed)
                .orElse(false);
        return confirmed
                ? goOn(id)
                : new DisbursementOutcome.NotInStatus(found.get().status());
    }

    private static boolean isSecondPairOfSameEyes(Reversal reversal, Caller caller) {
        return reversal.requestedBy().equals(caller.subject())
                || caller.list("deputyFor").contains(reversal.requestedBy());
    }

    private DisbursementOutcome goOn(String id) {
        work.run(id);
        return new DisbursementOutcome.Accepted(disbursements.find(id).orElseThrow());
    }

    private Optional<DisbursementOutcome> refusal(Disbursement disbursement, Caller caller, Instant now) {
        Optional<String> conflict =
                cases.find(disbursement.order().origin().caseId()).flatMap(found -> clearance.conflict(found, caller));
        if (conflict.isPresent()) {
            return Optional.of(new DisbursementOutcome.FourEyesConflict(conflict.get()));
        }
        if (disbursement.payment().state() != Movement.State.BOOKED) {
            return Optional.of(new DisbursementOutcome.NotInStatus(disbursement.status()));
        }
        LocalDate paidOn = LocalDate.ofInstant(
                Objects.requireNonNull(disbursement.payment().bookedAt()), DisbursementWork.BANK_ZONE);
        LocalDate lastDay = paidOn.plusDays(settings.reversibleDays());
        return LocalDate.ofInstant(now, DisbursementWork.BANK_ZONE).isAfter(lastDay)
                ? Optional.of(new DisbursementOutcome.TooLate(settings.reversibleDays()))
                : Optional.empty();
    }
}
