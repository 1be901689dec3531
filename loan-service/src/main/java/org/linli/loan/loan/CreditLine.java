package org.linli.loan.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line from which its owner draws and to which he repays (一次担保、总额控制、周转使用、随用随贷). What is left of the limit and
 * what is drawn are in one document and change by one atomic update, so that {@code availableFen} plus all that is
 * outstanding is the limit at every moment.
 */
@Document(CreditLine.COLLECTION)
@CompoundIndex(name = "by_merchant", def = "{'origin.merchantId': 1, '_id': 1}")
class CreditLine extends AggregateRoot {
    static final String COLLECTION = "credit_lines";

    private final LoanOrigin origin;

    /** The limit, how long it may be used, and the terms of every draw. */
    private final AgreedTerms terms;

    private final LocalDate openedOn;

    /** The last day on which may be drawn, and by which every draw must be due. */
    private final LocalDate expiresOn;

    private final long availableFen;
    private final int openDraws;
    private final Map<String, Draw> draws;

    /**
     * A draw that is not yet repaid.
     *
     * @param restored references under which something came back, so that a repeated one counts once
     */
    record Draw(long outstandingFen, @Nullable List<String> restored) {}

    @PersistenceCreator
    CreditLine(
            String id,
            LoanOrigin origin,
            AgreedTerms terms,
            LocalDate openedOn,
            LocalDate expiresOn,
            long availableFen,
            int openDraws,
            @Nullable Map<String, Draw> draws) {
        super(id);
        this.origin = origin;
        this.terms = terms;
        this.openedOn = openedOn;
        this.expiresOn = expiresOn;
        this.availableFen = availableFen;
        this.openDraws = openDraws;
        this.draws = draws == null ? Map.of() : Map.copyOf(draws);
    }

    static CreditLine opened(String id, LoanOrigin origin, AgreedTerms terms, LocalDate today) {
        return new CreditLine(
                id, origin, terms, today, today.plusMonths(terms.termMonths()), terms.amountFen(), 0, Map.of());
    }

    boolean isExpired(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    boolean isOf(String merchantId) {
        return origin.merchantId().equals(merchantId);
    }

    boolean holds(String drawId) {
        return draws.containsKey(drawId);
    }

    LoanOrigin origin() {
        return origin;
    }

    AgreedTerms terms() {
        return terms;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    long availableFen() {
        return availableFen;
    }

    int openDraws() {
        return openDraws;
    }

    long outstandingFen() {
        return draws.values().stream().mapToLong(Draw::outstandingFen).sum();
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("credit-line", origin.organisationPath())
                .with("applicationId", origin.caseId())
                .with("limitFen", terms.amountFen())
                .with("expiresOn", expiresOn);
    }
}
