package org.linli.loan.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.loan.crosscheck.CheckRun;
import org.linli.loan.crosscheck.CrossChecks;
import org.linli.loan.investigation.Outcome.Photographed;
import org.linli.loan.investigation.Outcome.Reason;
import org.linli.loan.investigation.Outcome.Recommended;
import org.linli.loan.investigation.soft.SoftFindings;
import org.linli.loan.investigation.soft.SoftQuestions;
import org.linli.loan.investigation.statement.BalanceSheet;
import org.linli.loan.investigation.statement.CashFlow;
import org.linli.loan.investigation.statement.IncomeStatement;
import org.linli.loan.investigation.statement.Statements;
import org.linli.loan.merchant.MerchantFacts;
import org.linli.loan.merchant.PlatformTurnover;
import org.springframework.stereotype.Component;

/**
 * Ends a round: when both reports are in, everything is checked once and stored; when nothing is unexplained, the case
 * moves on to the approval. Each step finds what the one before has stored, so any of them may be repeated.
 */
@Component
class Completing implements StageDriver {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String SYSTEM = "system:investigation";

    private final LoanCases cases;
    private final Rounds rounds;
    private final Sealing sealing;
    private final CrossChecks checks;
    private final MerchantFacts merchants;
    private final SoftQuestions questions;
    private final Clock clock;

    Completing(
            LoanCases cases,
            Rounds rounds,
            Sealing sealing,
            CrossChecks checks,
            MerchantFacts merchants,
            InvestigationSettings settings,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.sealing = sealing;
        this.checks = checks;
        this.merchants = merchants;
        this.questions = settings.softQuestions();
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.INVESTIGATION;
    }

    @Override
    public void resume(LoanCase loanCase) {
        finish(loanCase, SYSTEM);
    }

    /** Does whatever is left to do; nothing while a report is outstanding. */
    void finish(LoanCase loanCase, String by) {
        Optional<Round> current = Rounds.current(loanCase, rounds.of(loanCase.id()));
        if (loanCase.stage() != Stage.INVESTIGATION || current.isEmpty()) {
            return;
        }
        Round round = current.get();
        if (!round.isConcluded()) {
            List<Report> both = submitted(round);
            if (both.size() < Side.values().length) {
                return;
            }
            Outcome outcome = outcome(loanCase, round, both);
            conclude(round, earlier -> earlier.orElse(outcome));
        }
        moveOn(loanCase, by);
    }

    /** The round is completed: the case goes on. */
    private void moveOn(LoanCase loanCase, String by) {
        boolean completed = Rounds.current(loanCase, rounds.of(loanCase.id()))
                .filter(Round::isCompleted)
                .isPresent();
        if (completed) {
            cases.move(loanCase.id(), Stage.APPROVAL, by);
        }
    }

    /** A reason for what did not pass. */
    Optional<Refusal> explain(LoanCase loanCase, String check, String text, String by) {
        return onConcluded(loanCase, by, round -> {
            Reason reason = new Reason(text, by, now());
            boolean needed = sealing.open(round.id(), sealed(round)).needsReason(check);
            if (needed) {
                conclude(round, earlier -> earlier.orElseThrow().explained(check, reason));
            }
            return needed ? Optional.empty() : Optional.of(Refusal.NO_REASON_NEEDED);
        });
    }

    /** Asks all sources again: one may have been away. */
    Optional<Refusal> recheck(LoanCase loanCase, String by) {
        return onConcluded(loanCase, by, round -> {
            Outcome anew = outcome(loanCase, round, submitted(round));
            conclude(round, earlier -> anew.after(earlier.orElseThrow()));
            return Optional.empty();
        });
    }

    private Optional<Refusal> onConcluded(LoanCase loanCase, String by, Function<Round, Optional<Refusal>> act) {
        Optional<Round> latest = rounds.latest(loanCase.id());
        if (latest.isEmpty() || !latest.get().isInvestigatedBy(by)) {
            return Optional.of(Refusal.NOT_AN_INVESTIGATOR);
        }
        Round round = latest.get();
        if (round.isCompleted()) {
            moveOn(loanCase, by);
            return Optional.of(Refusal.INVESTIGATION_COMPLETED);
        }
        if (!round.isConcluded()) {
            return Optional.of(Refusal.REPORTS_OUTSTANDING);
        }
        Optional<Refusal> refusal = act.apply(round);
        moveOn(loanCase, by);
        return refusal;
    }

    /** @param next the outcome to store, given the one that is stored by now */
    private void conclude(Round round, Function<Optional<Outcome>, Outcome> next) {
        rounds.change(
                round.id(),
                fresh -> {
                    Optional<Outcome> stored = fresh.isConcluded()
                            ? Optional.of(sealing.open(fresh.id(), sealed(fresh)))
                            : Optional.empty();
                    Outcome outcome = next.apply(stored);
                    return fresh.conclude(sealing.seal(fresh.id(), outcome), outcome.unexplained(), now());
                },
                stored -> stored);
    }

    private List<Report> submitted(Round round) {
        return rounds.reports(round).stream().filter(Report::isSubmitted).toList();
    }

    private Outcome outcome(LoanCase loanCase, Round round, List<Report> both) {
        Report branch = both.get(Side.BRANCH.ordinal());
        ReportContent content = sealing.read(branch);
        Statements statements = content.statements();
        BalanceSheet sheet = statements == null ? null : statements.balanceSheet();
        IncomeStatement income = statements == null ? null : statements.incomeStatement();
        CashFlow cash = statements == null ? null : statements.cashFlow();
        if (sheet == null || income == null || cash == null) {
            throw new IllegalStateException("a submitted report without statements: " + branch);
        }
        return new Outcome(
                StatementFigures.of(sheet, income, cash, Photo.counting(branch.photos())),
                check(loanCase, round, content, branch.photos()),
                Map.of(),
                SoftFindings.of(questions, both.stream().map(this::heard).toList()),
                both.stream().map(this::recommended).toList(),
                photographed(both));
    }

    /** All checks of what one report says, by the tolerances of today. */
    CheckRun check(LoanCase loanCase, Round round, ReportContent content, List<Photo> photos) {
        Statements statements = content.statements();
        IncomeStatement income = statements == null ? null : statements.incomeStatement();
        PlatformTurnover platform = income == null
                ? new PlatformTurnover.Unknown(PlatformTurnover.Reason.NO_DATA)
                : merchants.turnover(loanCase.merchantId(), income.firstMonth(), income.lastMonth());
        return checks.run(
                CaseEvidence.of(content, photos, platform),
                round.category(),
                LocalDate.ofInstant(clock.instant(), SHANGHAI));
    }

    private SoftFindings.Heard heard(Report report) {
        return new SoftFindings.Heard(report.side().code(), sealing.read(report).softAnswers());
    }

    private Recommended recommended(Report report) {
        return new Recommended(
                report.side(), sealing.read(report).recommendation(), String.valueOf(report.submittedHash()));
    }

    private static Photographed photographed(List<Report> both) {
        List<Photo> all =
                both.stream().flatMap(report -> report.photos().stream()).toList();
        long counting = all.stream().filter(Photo::counts).count();
        Set<String> shared =
                both.get(0).photos().stream().map(Photo::sha256AsSent).collect(Collectors.toCollection(HashSet::new));
        shared.retainAll(both.get(1).photos().stream().map(Photo::sha256AsSent).collect(Collectors.toSet()));
        return new Photographed((int) counting, all.size() - (int) counting, shared.size());
    }

    private static String sealed(Round round) {
        String outcome = round.outcome();
        if (outcome == null) {
            throw new IllegalStateException("nothing concluded in " + round);
        }
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
