package org.linli.loan.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.investigation.Act.Gap;
import org.linli.loan.investigation.Opening.Opened;
import org.linli.loan.investigation.soft.SoftQuestions;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Writing a report (rule L-2): a draft that is saved as often as the network allows, submitted once, and never changed. */
@Component
class Investigating {
    private final LoanCases cases;
    private final Rounds rounds;
    private final Opening opening;
    private final Sealing sealing;
    private final Completing completing;
    private final SoftQuestions questions;
    private final Clock clock;

    Investigating(
            LoanCases cases,
            Rounds rounds,
            Opening opening,
            Sealing sealing,
            Completing completing,
            InvestigationSettings settings,
            Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.opening = opening;
        this.sealing = sealing;
        this.completing = completing;
        this.questions = settings.softQuestions();
        this.clock = clock;
    }

    /** @param from the revision that the writer saw; null when none was told */
    Act<Report> save(String caseId, Side side, ReportContent content, @Nullable Integer from, Caller caller) {
        Instant now = now();
        Act<Opened> opened = opening.open(caseId, side, caller, now);
        if (!(opened instanceof Act.Done<Opened> open)) {
            return again(opened);
        }
        String id = open.result().report().id();
        Report.Written written = sealing.write(id, content);
        return changed(id, report -> report.save(written, from, now));
    }

    /** Again for what was submitted already is fine, and finishes what a crash left undone. */
    Act<Report> submit(String caseId, Side side, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        Optional<Report> mine = found.flatMap(one -> rounds.latest(caseId))
                .flatMap(round -> rounds.report(round, side))
                .filter(report -> report.isBy(caller.subject()));
        if (found.isEmpty() || mine.isEmpty()) {
            return Act.refused(Refusal.NOT_FOUND);
        }
        Report report = mine.get();
        if (report.isSubmitted()) {
            completing.finish(found.get(), caller.subject());
            return new Act.Done<>(report);
        }
        ReportContent content = sealing.read(report);
        List<Gap> gaps = Completeness.gaps(side, content, report.photos(), questions);
        if (!gaps.isEmpty()) {
            return new Act.Refused<>(Refusal.REPORT_INCOMPLETE, gaps);
        }
        List<Gap> untied = Completeness.untied(content);
        if (!untied.isEmpty()) {
            return new Act.Refused<>(Refusal.STATEMENTS_DO_NOT_TIE, untied);
        }
        Act<Report> submitted = changed(report.id(), fresh -> fresh.submit(report, sealing.hash(report), now()));
        if (submitted instanceof Act.Done<Report>) {
            completing.finish(found.get(), caller.subject());
        }
        return submitted;
    }

    private Act<Report> changed(String id, Function<Report, Optional<Refusal>> change) {
        Optional<Refusal> refusal = rounds.changeReport(id, change);
        return refusal.isPresent()
                ? Act.refused(refusal.get())
                : new Act.Done<>(rounds.report(id).orElseThrow());
    }

    /** A refusal of one act is the refusal of the act that needed it. */
    static <T, R> Act<R> again(Act<T> act) {
        if (act instanceof Act.Refused<T> refused) {
            return new Act.Refused<>(refused.reason(), refused.gaps());
        }
        throw new IllegalStateException("not refused: " + act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
