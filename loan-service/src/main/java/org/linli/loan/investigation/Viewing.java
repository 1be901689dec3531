package org.linli.loan.investigation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.crosscheck.CheckRun;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Who sees what: until both reports of a round are in, each investigator sees their own and nobody sees another (rule L-2). */
@Component
class Viewing {
    private final LoanCases cases;
    private final Rounds rounds;
    private final Sealing sealing;
    private final Completing completing;

    Viewing(LoanCases cases, Rounds rounds, Sealing sealing, Completing completing) {
        this.cases = cases;
        this.rounds = rounds;
        this.sealing = sealing;
        this.completing = completing;
    }

    /** A round as the caller may see it. @param outcome absent until both reports are in */
    record Seen(Round round, List<Report> reports, @Nullable Outcome outcome) {
        boolean bothIn() {
            return reports.size() == Side.values().length && reports.stream().allMatch(Report::isSubmitted);
        }

        boolean isReadable(Report report, Caller caller) {
            return report.isBy(caller.subject()) || bothIn();
        }
    }

    /** @param content as it was written @param intact false when a submitted report is not what was submitted */
    record Read(Report report, ReportContent content, boolean intact) {}

    /** @param rounds the first one first */
    record Overview(LoanCase loanCase, List<Seen> rounds) {}

    Optional<Overview> overview(String caseId, Caller caller) {
        return cases.inScope(caseId, caller)
                .map(found -> new Overview(
                        found, rounds.of(caseId).stream().map(this::seen).toList()));
    }

    /** @param number of the round; null for the latest */
    Optional<Read> report(String caseId, Side side, @Nullable Integer number, Caller caller) {
        return visible(caseId, side, number, caller).map(report -> {
            boolean intact = !report.isSubmitted() || sealing.hash(report).equals(report.submittedHash());
            return new Read(report, sealing.read(report), intact);
        });
    }

    Optional<Photo> photo(String caseId, Side side, @Nullable Integer number, String photoId, Caller caller) {
        return visible(caseId, side, number, caller)
                .flatMap(report -> report.photos().stream()
                        .filter(photo -> photo.id().equals(photoId))
                        .findFirst());
    }

    private Optional<Report> visible(String caseId, Side side, @Nullable Integer number, Caller caller) {
        return cases.inScope(caseId, caller)
                .flatMap(found -> round(caseId, number))
                .map(this::seen)
                .flatMap(seen -> seen.reports().stream()
                        .filter(report -> report.side() == side && seen.isReadable(report, caller))
                        .findFirst());
    }

    private Optional<Round> round(String caseId, @Nullable Integer number) {
        return number == null
                ? rounds.latest(caseId)
                : rounds.of(caseId).stream()
                        .filter(round -> round.number() == number)
                        .findFirst();
    }

    private Seen seen(Round round) {
        String outcome = round.outcome();
        return new Seen(round, rounds.reports(round), outcome == null ? null : sealing.open(round.id(), outcome));
    }

    /** What the checks would say of the caller's own draft; empty for everybody else. */
    Optional<CheckRun> preview(LoanCase loanCase, Seen seen, Caller caller) {
        return seen.reports().stream()
                .filter(report -> report.side() == Side.BRANCH && report.isBy(caller.subject()))
                .findFirst()
                .map(report -> completing.check(loanCase, seen.round(), sealing.read(report), report.photos()));
    }
}
