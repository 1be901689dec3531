package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.approval.kernel.Majority;
import org.linli.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The end of a committee's session: by the chair, or by itself when its time is over. Then the case moves. */
@Component
class CommitteeClosing {
    private static final Logger log = LoggerFactory.getLogger(CommitteeClosing.class);
    private static final int BATCH = 100;
    private static final String DEADLINE = "deadline";

    private final LoanCases cases;
    private final Rounds rounds;
    private final DecisionRegister register;
    private final ApprovalSettings settings;
    private final Clock clock;

    CommitteeClosing(
            LoanCases cases, Rounds rounds, DecisionRegister register, ApprovalSettings settings, Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The chair closes the session: with a quorum at any time, without one only when its time is over.
     *
     * @param veto the chair's no, should the proposal be carried; whether it is shows by closing only, for otherwise
     *     a refused veto would tell the votes while they can still be influenced
     */
    ApprovalOutcome close(String caseId, Closing.@Nullable Veto veto, Caller chair) {
        Optional<LoanCase> found = cases.inScope(caseId, chair);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = rounds.standing(found.get());
        Optional<Decision> latest = standing.latest();
        if (latest.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NO_SESSION);
        }
        Optional<ApprovalOutcome> partial = Competence.partiality(standing, chair);
        if (partial.isPresent()) {
            return partial.get();
        }
        if (isClosedBy(latest.get(), chair.subject(), veto)) {
            return rounds.finish(latest.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Decider by = Decider.of(chair, Level.COMMITTEE, null);
        ApprovalOutcome outcome = register.change(latest.get().id(), decision -> byChair(decision, veto, by, now));
        return moved(outcome);
    }

    /** The same request was done before; the case may still have to move. */
    private static boolean isClosedBy(Decision decision, String chair, Closing.@Nullable Veto veto) {
        return decision.latestSession()
                .map(CommitteeSession::closing)
                .filter(closing -> closing.by().equals(chair) && Objects.equals(closing.veto(), veto))
                .isPresent();
    }

    private ApprovalOutcome byChair(Decision decision, Closing.@Nullable Veto veto, Decider by, Instant now) {
        Optional<CommitteeSession> open = decision.openSession();
        if (open.isEmpty()) {
            return ApprovalOutcome.refused(
                    decision.latestSession().isPresent() ? Refusal.VOTING_CLOSED : Refusal.NO_SESSION);
        }
        Optional<Seat> seat = open.get().seat(by.subject());
        if (seat.filter(Seat::chair).isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_THE_CHAIR);
        }
        if (!seat.get().counts()) {
            return ApprovalOutcome.refused(Refusal.EXCLUDED);
        }
        Majority majority = decision.basis().edition().majority();
        if (open.get().takesVotes(now) && !open.get().isQuorate(majority)) {
            return ApprovalOutcome.refused(Refusal.QUORUM_MISSING, String.valueOf(majority.quorum()));
        }
        return closed(decision, open.get().closed(majority, by.subject(), now, veto), by, now);
    }

    private ApprovalOutcome closed(Decision decision, CommitteeSession closed, Decider by, Instant now) {
        decision.replace(closed);
        closed.judgement()
                .ifPresent(judgement ->
                        decision.rule(Ruling.of(judgement, by, now, keyOf(decision, closed), List.of(), settings)));
        return new ApprovalOutcome.Done(decision);
    }

    private static String keyOf(Decision decision, CommitteeSession closed) {
        return "session:" + decision.id() + ":" + closed.number();
    }

    private ApprovalOutcome moved(ApprovalOutcome outcome) {
        return outcome instanceof ApprovalOutcome.Done done ? rounds.finish(done.decision()) : outcome;
    }

    /** Closes what nobody closed in time; one stuck session never blocks the rest. */
    @Scheduled(fixedDelayString = "${linli.loan.approval.closing-every:PT30S}", initialDelayString = "PT30S")
    void closeWhatIsOver() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        register.votingEndedBy(now, BATCH).forEach(decision -> {
            try {
                closeAtDeadline(decision.id(), now);
            } catch (RuntimeException e) {
                log.warn("the session of {} could not be closed", decision.id(), e);
            }
        });
    }

    private void closeAtDeadline(String decisionId, Instant now) {
        Decider by = Decider.system(DEADLINE, Level.COMMITTEE);
        moved(register.change(decisionId, decision -> {
            Optional<CommitteeSession> over = decision.openSession().filter(session -> !session.takesVotes(now));
            return over.map(session -> closed(
                            decision,
                            session.closed(decision.basis().edition().majority(), by.subject(), now, null),
                            by,
                            now))
                    .orElseGet(() -> ApprovalOutcome.refused(Refusal.NO_SESSION));
        }));
    }
}
