package org.linli.loan.disbursement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.loan.application.WayBack;
import org.linli.loan.loan.CreditLines;
import org.linli.loan.loan.DrawReservation;
import org.linli.loan.loan.Loans;
import org.linli.loan.loan.NewLoan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes disbursements step by step to their end. Each step is one that may be repeated, and what is next stands in the
 * document: whoever comes after a crash goes on from there.
 */
@Component
class DisbursementWork implements StageDriver {
    static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");
    private static final Logger log = LoggerFactory.getLogger(DisbursementWork.class);
    private static final String BY = "system:disbursement";
    private static final int BATCH = 100;
    private static final int MOST_STEPS = 8;

    /** Whoever ordered takes the first steps himself, so that he is told what came of them. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private final Disbursements disbursements;
    private final MovingMoney money;
    private final Loans loans;
    private final CreditLines lines;
    private final LoanCases cases;
    private final Clock clock;

    DisbursementWork(
            Disbursements disbursements,
            MovingMoney money,
            Loans loans,
            CreditLines lines,
            LoanCases cases,
            Clock clock) {
        this.disbursements = disbursements;
        this.money = money;
        this.loans = loans;
        this.lines = lines;
        this.cases = cases;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${linli.loan.disbursement.work-every}")
    void workOnAll() {
        try {
            disbursements.due(now().minus(HEAD_START), BATCH).forEach(this::patiently);
        } catch (RuntimeException e) {
            log.warn("unfinished disbursements wait: {}", e.getClass().getName());
        }
    }

    /** One in trouble never blocks the rest. */
    private void patiently(Disbursement disbursement) {
        try {
            run(disbursement.id());
        } catch (RuntimeException e) {
            log.warn("disbursement {} waits", disbursement.id(), e);
        }
    }

    /** Goes on until there is nothing to do now. */
    void run(String id) {
        for (int step = 0; step < MOST_STEPS; step++) {
            Instant now = now();
            Optional<Disbursement> due = disbursements.find(id).filter(one -> one.isDue(now));
            if (due.isEmpty()) {
                return;
            }
            step(due.get(), now);
        }
    }

    private void step(Disbursement disbursement, Instant now) {
        switch (disbursement.status()) {
            case RESERVING -> reserve(disbursement, now);
            case PAYING, REVERSING -> money.attempt(disbursement, now);
            case PAID -> openLoan(disbursement, now);
            case TAKEN_BACK -> closeLoan(disbursement, now);
            case REFUSED -> giveBack(disbursement);
            case DONE, HELD, CANCELLED, REVERSAL_REQUESTED, REVERSED, REVERSAL_HELD, SET_ASIDE, LINE -> {}
        }
    }

    private void reserve(Disbursement draw, Instant now) {
        Order order = draw.order();
        LocalDate today = LocalDate.ofInstant(now, BANK_ZONE);
        DrawReservation answer = lines.reserve(
                lineOf(draw),
                draw.id(),
                order.terms().amountFen(),
                today,
                today.plusMonths(order.terms().termMonths()));
        if (answer instanceof DrawReservation.Reserved) {
            disbursements.change(draw.id(), one -> one.reserved(now));
        } else {
            disbursements.change(
                    draw.id(), one -> one.cancel(DrawRefusal.of(answer).code()));
        }
    }

    private void openLoan(Disbursement disbursement, Instant now) {
        Order order = disbursement.order();
        Movement paid = disbursement.payment();
        LocalDate bookedOn = LocalDate.ofInstant(Objects.requireNonNull(paid.bookedAt()), BANK_ZONE);
        loans.open(
                new NewLoan(
                        order.loanId(),
                        order.origin(),
                        order.terms(),
                        bookedOn,
                        Objects.requireNonNull(paid.bookingNumber())),
                now);
        if (!disbursement.isDraw()) {
            cases.move(disbursement.id(), Stage.DISBURSED, BY);
        }
        disbursements.change(disbursement.id(), Disbursement::done);
    }

    private void closeLoan(Disbursement disbursement, Instant now) {
        loans.takeBack(disbursement.order().loanId(), now);
        if (disbursement.isDraw()) {
            restore(disbursement);
        } else {
            waitsAgain(disbursement.id(), Objects.requireNonNull(disbursement.reversal()));
        }
        disbursements.change(disbursement.id(), Disbursement::done);
    }

    /** Its money is not out any more: it may be ordered again, or its contract be signed anew or given up. */
    private void waitsAgain(String caseId, Reversal reversal) {
        cases.sendBack(
                caseId,
                Stage.DISBURSED,
                Stage.DISBURSEMENT,
                new WayBack(Objects.requireNonNull(reversal.confirmedBy()), reversal.reason(), reversal.requestedAt()));
    }

    private void giveBack(Disbursement draw) {
        restore(draw);
        disbursements.change(draw.id(), one -> one.cancel("core-bank-refused"));
    }

    private void restore(Disbursement draw) {
        lines.restore(lineOf(draw), draw.id(), draw.id(), draw.order().terms().amountFen());
    }

    private static String lineOf(Disbursement draw) {
        return Objects.requireNonNull(draw.order().origin().lineId());
    }

    @Override
    public Stage stage() {
        return Stage.DISBURSEMENT;
    }

    /**
     * A line has no money to move: once it is open its case is at its end. What is being paid goes on by its own clock,
     * so that a core bank that is away holds up no start.
     */
    @Override
    public void resume(LoanCase loanCase) {
        if (lines.termsOf(loanCase.id()).isPresent()) {
            lineOpened(loanCase.id());
        }
    }

    void lineOpened(String caseId) {
        cases.move(caseId, Stage.DISBURSED, BY);
    }

    /** To the millisecond: what the store keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
