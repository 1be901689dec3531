package org.linli.loan.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.events.LoanEvent;
import org.linli.loan.calculation.kernel.Instalment;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A loan from the moment its money has moved; it keeps the schedule that was agreed. */
@Document(Loan.COLLECTION)
@CompoundIndex(name = "by_merchant", def = "{'origin.merchantId': 1, '_id': 1}")
@CompoundIndex(name = "by_scope", def = "{'scopes': 1, '_id': 1}")
class Loan extends AggregateRoot {
    static final String COLLECTION = "loans";

    enum Status {
        ACTIVE,
        /** The disbursement was taken back: as if it had never been paid. */
        REVERSED
    }

    private final LoanOrigin origin;
    private final List<String> scopes;
    private final AgreedTerms terms;
    private final LocalDate disbursedOn;
    private final String bookingNumber;
    private final List<Instalment> schedule;
    private Status status;

    @PersistenceCreator
    Loan(
            String id,
            LoanOrigin origin,
            List<String> scopes,
            AgreedTerms terms,
            LocalDate disbursedOn,
            String bookingNumber,
            List<Instalment> schedule,
            Status status) {
        super(id);
        this.origin = origin;
        this.scopes = List.copyOf(scopes);
        this.terms = terms;
        this.disbursedOn = disbursedOn;
        this.bookingNumber = bookingNumber;
        this.schedule = List.copyOf(schedule);
        this.status = status;
    }

    static Loan disbursed(NewLoan fresh, Instant at) {
        Loan loan = new Loan(
                fresh.loanId(),
                fresh.origin(),
                fresh.origin().scopes(),
                fresh.terms(),
                fresh.disbursedOn(),
                fresh.bookingNumber(),
                fresh.terms().scheduleFrom(fresh.disbursedOn()).instalments(),
                Status.ACTIVE);
        loan.raise(new LoanEvent.Disbursed(loan.state()), at);
        return loan;
    }

    /** @return false when it was taken back before */
    boolean takeBack(Instant at) {
        if (status == Status.REVERSED) {
            return false;
        }
        status = Status.REVERSED;
        raise(new LoanEvent.Reversed(state()), at);
        return true;
    }

    boolean isOf(String merchantId) {
        return origin.merchantId().equals(merchantId);
    }

    LoanOrigin origin() {
        return origin;
    }

    AgreedTerms terms() {
        return terms;
    }

    LocalDate disbursedOn() {
        return disbursedOn;
    }

    LocalDate maturesOn() {
        return schedule.get(schedule.size() - 1).dueDate();
    }

    List<Instalment> schedule() {
        return schedule;
    }

    Status status() {
        return status;
    }

    private LoanEvent.State state() {
        return new LoanEvent.State(
                id(),
                origin.caseId(),
                origin.lineId(),
                origin.merchantId(),
                origin.branchId(),
                origin.organisationPath(),
                origin.productCode(),
                terms.amountFen(),
                terms.termMonths(),
                terms.annualRatePercent(),
                terms.method().name(),
                terms.dayCount().name(),
                disbursedOn.toString(),
                maturesOn().toString(),
                status.name());
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("loan", origin.organisationPath())
                .with("applicationId", origin.caseId())
                .with("amountFen", terms.amountFen())
                .with("annualRatePercent", terms.annualRatePercent())
                .with("disbursedOn", disbursedOn)
                .with("bookingNumber", bookingNumber)
                .with("status", status);
    }
}
