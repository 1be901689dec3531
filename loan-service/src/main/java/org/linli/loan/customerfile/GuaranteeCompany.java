package org.linli.loan.customerfile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A guarantee company and what loans take of its cap. All uses are in this one document, so that their sum is checked
 * and changed by one write and never passes the cap.
 */
@Document(GuaranteeCompany.COLLECTION)
@TypeAlias("guarantee-company")
class GuaranteeCompany extends AggregateRoot {
    static final String COLLECTION = "guarantee_companies";

    /** What one document may hold; a company that guarantees for more loans needs a second entry. */
    static final int MAX_USES = 5_000;

    private final String name;
    private final String organisationPath;
    private long capFen;
    private final List<Use> uses;

    @PersistenceCreator
    GuaranteeCompany(String id, String name, String organisationPath, long capFen, List<Use> uses) {
        super(id);
        this.name = name;
        this.organisationPath = organisationPath;
        this.capFen = capFen;
        this.uses = new ArrayList<>(uses);
    }

    /** What a loan takes of the cap. */
    record Use(String loanId, long amountFen, boolean consumed, Instant since) {}

    GuaranteeOutcome reserve(String loanId, long amountFen, Instant at) {
        Optional<Use> known = of(loanId);
        if (known.isPresent()) {
            return known.get().amountFen() == amountFen
                    ? new GuaranteeOutcome.Done(availableFen())
                    : new GuaranteeOutcome.DifferentAmount(known.get().amountFen());
        }
        if (amountFen > availableFen()) {
            return new GuaranteeOutcome.AboveCap(availableFen());
        }
        if (uses.size() >= MAX_USES) {
            return new GuaranteeOutcome.Full(MAX_USES);
        }
        uses.add(new Use(loanId, amountFen, false, at));
        return new GuaranteeOutcome.Done(availableFen());
    }

    /** The loan is paid out: the guarantee is no mere reservation any more. */
    GuaranteeOutcome consume(String loanId, Instant at) {
        Optional<Use> known = of(loanId);
        if (known.isEmpty()) {
            return new GuaranteeOutcome.NotReserved();
        }
        if (!known.get().consumed()) {
            uses.set(uses.indexOf(known.get()), new Use(loanId, known.get().amountFen(), true, at));
        }
        return new GuaranteeOutcome.Done(availableFen());
    }

    /** What was paid out was taken back: the guarantee is a mere reservation again. */
    GuaranteeOutcome reserveAgain(String loanId) {
        uses.replaceAll(
                use -> use.loanId().equals(loanId) ? new Use(loanId, use.amountFen(), false, use.since()) : use);
        return new GuaranteeOutcome.Done(availableFen());
    }

    GuaranteeOutcome release(String loanId) {
        uses.removeIf(use -> use.loanId().equals(loanId));
        return new GuaranteeOutcome.Done(availableFen());
    }

    /** Not below what loans already take. */
    GuaranteeOutcome changeCap(long wantedFen) {
        if (wantedFen < usedFen()) {
            return new GuaranteeOutcome.CapBelowUse(usedFen());
        }
        capFen = wantedFen;
        return new GuaranteeOutcome.Done(availableFen());
    }

    Optional<Use> of(String loanId) {
        return uses.stream().filter(use -> use.loanId().equals(loanId)).findFirst();
    }

    long usedFen() {
        return uses.stream().mapToLong(Use::amountFen).reduce(0, Math::addExact);
    }

    long consumedFen() {
        return uses.stream().filter(Use::consumed).mapToLong(Use::amountFen).reduce(0, Math::addExact);
    }

    long availableFen() {
        return capFen - usedFen();
    }

    long capFen() {
        return capFen;
    }

    String name() {
        return name;
    }

    String organisationPath() {
        return organisationPath;
    }

    List<Use> uses() {
        return List.copyOf(uses);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("guarantee-company", organisationPath)
                .with("capFen", capFen)
                .with("usedFen", usedFen())
                .with("consumedFen", consumedFen())
                .with("uses", uses.size());
    }
}
