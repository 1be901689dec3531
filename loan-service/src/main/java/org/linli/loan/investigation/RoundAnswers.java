package org.linli.loan.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.loan.crosscheck.CheckRun;
import org.linli.loan.crosscheck.kernel.CheckResult;
import org.linli.loan.investigation.Outcome.Photographed;
import org.linli.loan.investigation.Outcome.Reason;
import org.linli.loan.investigation.Outcome.Recommended;
import org.linli.loan.investigation.Viewing.Seen;
import org.linli.loan.investigation.soft.SoftFindings;

/** Rounds and checks as they are answered. */
final class RoundAnswers {
    private RoundAnswers() {}

    enum State {
        /** A report is outstanding. */
        OPEN,
        /** Both are in, and something did not pass and is not explained. */
        UNEXPLAINED,
        COMPLETED
    }

    /** @param questions of the soft information, for the form */
    record Overview(List<One> rounds, List<AskedQuestion> questions) {}

    /** @param outcome absent until both reports are in */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            int round,
            Instant openedAt,
            State state,
            List<SideState> sides,
            @Nullable Found outcome,
            @Nullable Instant completedAt) {
        static One of(Seen seen) {
            Outcome outcome = seen.outcome();
            return new One(
                    seen.round().number(),
                    seen.round().openedAt(),
                    stateOf(seen),
                    Arrays.stream(Side.values())
                            .map(side -> SideState.of(side, seen))
                            .toList(),
                    outcome == null ? null : Found.of(outcome),
                    seen.round().completedAt());
        }
    }

    /** Whether it is in, and nothing else: not even whether somebody has begun. @param submittedAt when both are in */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SideState(Side side, boolean submitted, @Nullable Instant submittedAt) {
        static SideState of(Side side, Seen seen) {
            Report report = seen.reports().stream()
                    .filter(one -> one.side() == side)
                    .findFirst()
                    .orElse(null);
            boolean in = report != null && report.isSubmitted();
            return new SideState(side, in, report != null && seen.bothIn() ? report.submittedAt() : null);
        }
    }

    record Found(
            StatementFigures figures,
            SoftFindings soft,
            List<Recommended> recommendations,
            Photographed photos,
            Map<String, Long> verdicts) {
        static Found of(Outcome outcome) {
            Map<String, Long> verdicts = outcome.checks().results().stream()
                    .collect(Collectors.groupingBy(result -> result.verdict().name(), Collectors.counting()));
            return new Found(
                    outcome.figures(), outcome.soft(), outcome.recommended(), outcome.photographed(), verdicts);
        }
    }

    record AskedQuestion(String code, String text, List<OfferedOption> options) {
        static AskedQuestion of(InvestigationSettings.Question question, Locale locale) {
            return new AskedQuestion(
                    question.code(),
                    inLanguage(question.zh(), question.en(), locale),
                    question.options().stream()
                            .map(option ->
                                    new OfferedOption(option.code(), inLanguage(option.zh(), option.en(), locale)))
                            .toList());
        }
    }

    /** Its points are not told to those who choose. */
    record OfferedOption(String code, String text) {}

    enum ChecksState {
        /** Reports are outstanding, and this is nobody's own draft. */
        WAITING,
        /** Of the caller's own draft; nothing is stored. */
        PREVIEW,
        STORED
    }

    /** @param unexplained what keeps the case from going on */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checks(
            ChecksState state,
            @Nullable Integer parameterVersion,
            @Nullable LocalDate on,
            List<CheckResult> checks,
            Map<String, Reason> reasons,
            List<String> unexplained) {
        static final Checks WAITING = new Checks(ChecksState.WAITING, null, null, List.of(), Map.of(), List.of());

        static Checks preview(CheckRun run) {
            return new Checks(
                    ChecksState.PREVIEW, run.parameterVersion(), run.on(), run.results(), Map.of(), List.of());
        }

        static Checks stored(Outcome outcome) {
            CheckRun run = outcome.checks();
            return new Checks(
                    ChecksState.STORED,
                    run.parameterVersion(),
                    run.on(),
                    run.results(),
                    outcome.reasons(),
                    outcome.unexplained().stream().sorted().toList());
        }
    }

    private static State stateOf(Seen seen) {
        if (seen.round().isCompleted()) {
            return State.COMPLETED;
        }
        return seen.round().isConcluded() ? State.UNEXPLAINED : State.OPEN;
    }

    private static String inLanguage(String zh, String en, Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
