package org.linli.loan.disbursement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.linli.loan.contract.Payee;
import org.linli.loan.contract.SignedContracts;
import org.linli.loan.contract.SignedContracts.SignedContract;
import org.linli.loan.loan.AgreedTerms;
import org.linli.loan.loan.CreditLines;
import org.linli.loan.loan.CreditLines.DrawTerms;
import org.linli.loan.loan.DrawReservation;
import org.linli.loan.loan.LoanOrigin;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Drawing from a line (随用随贷). The draw is stored first, then takes its share of the limit, then is paid like any other
 * disbursement: wherever the service dies, the draw goes on or gives its share back.
 */
@Component
class Drawing {
    private final CreditLines lines;
    private final SignedContracts contracts;
    private final Disbursements disbursements;
    private final PayeeSeal seal;
    private final DisbursementWork work;
    private final DisbursementSettings settings;

    Drawing(
            CreditLines lines,
            SignedContracts contracts,
            Disbursements disbursements,
            PayeeSeal seal,
            DisbursementWork work,
            DisbursementSettings settings) {
        this.lines = lines;
        this.contracts = contracts;
        this.disbursements = disbursements;
        this.seal = seal;
        this.work = work;
        this.settings = settings;
    }

    /** @param key of the caller: the same draw has the same key */
    DrawOutcome draw(String lineId, String key, long amountFen, int termMonths, Caller caller) {
        Optional<DrawTerms> line = lines.ownedBy(lineId, caller);
        if (line.isEmpty()) {
            return new DrawOutcome.NotFound();
        }
        String id = Ids.derived(lineId, key);
        if (disbursements.find(id).isPresent()) {
            return goOn(id);
        }
        if (amountFen < settings.leastDrawFen()) {
            return new DrawOutcome.Refused("draw-too-small");
        }
        Optional<SignedContract> contract = contracts.of(lineId);
        if (contract.isEmpty() || !contract.get().intact()) {
            return new DrawOutcome.Refused("contract-altered");
        }
        Instant now = work.now();
        LocalDate today = LocalDate.ofInstant(now, DisbursementWork.BANK_ZONE);
        Optional<DrawReservation> against = lines.refusal(lineId, amountFen, today, today.plusMonths(termMonths));
        if (against.isPresent()) {
            return new DrawOutcome.Refused(DrawRefusal.of(against.get()).code());
        }
        disbursements.order(id, orderOf(id, line.get(), contract.get().payee(), amountFen, termMonths, caller, now));
        return goOn(id);
    }

    private Order orderOf(
            String id, DrawTerms line, Payee payee, long amountFen, int termMonths, Caller caller, Instant now) {
        LoanOrigin from = line.line();
        AgreedTerms agreed = line.terms();
        LoanOrigin origin = new LoanOrigin(
                from.caseId(),
                from.caseId(),
                from.merchantId(),
                from.branchId(),
                from.organisationPath(),
                from.productCode());
        AgreedTerms terms =
                new AgreedTerms(amountFen, termMonths, agreed.annualRatePercent(), agreed.method(), agreed.dayCount());
        return new Order(
                Ids.next(),
                origin,
                terms,
                payee.kind(),
                payee.maskedAccount(),
                seal.seal(id, payee),
                caller.subject(),
                now);
    }

    private DrawOutcome goOn(String id) {
        work.run(id);
        Disbursement draw = disbursements.find(id).orElseThrow();
        return draw.status() == DisbursementStatus.CANCELLED
                ? new DrawOutcome.Refused(Objects.requireNonNullElse(draw.cancelledFor(), "refused"))
                : new DrawOutcome.Drawn(draw);
    }

    /** A draw of the caller's own line. */
    Optional<Disbursement> ownDraw(String lineId, String drawId, Caller caller) {
        return lines.ownedBy(lineId, caller)
                .flatMap(own -> disbursements.find(drawId))
                .filter(draw -> lineId.equals(draw.order().origin().lineId()));
    }
}
