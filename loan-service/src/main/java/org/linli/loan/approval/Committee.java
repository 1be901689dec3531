package org.linli.loan.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Convening the committee and voting in it (rule L-8). The end of a session is {@link CommitteeClosing}'s. */
@Component
class Committee {
    private final LoanCases cases;
    private final Rounds rounds;
    private final DecisionRegister register;
    private final CommitteeMembers members;
    private final ApprovalSettings settings;
    private final Clock clock;

    Committee(
            LoanCases cases,
            Rounds rounds,
            DecisionRegister register,
            CommitteeMembers members,
            ApprovalSettings settings,
            Clock clock) {
        this.members = members;
        this.cases = cases;
        this.rounds = rounds;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /** The chair invites the members and puts a proposal before them; any case may come before the committee. */
    ApprovalOutcome convene(String caseId, Invitation invitation, Caller chair) {
        Optional<LoanCase> found = cases.inScope(caseId, chair);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = rounds.standing(found.get());
        Optional<ApprovalOutcome> refused = standing.closed().or(() -> Competence.partiality(standing, chair));
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = now();
        Basis basis = rounds.basis(standing, ApprovalSettings.businessDate(now));
        Optional<ApprovalOutcome> improper = improper(invitation, basis.edition(), chair, now)
                .or(() -> members.unfit(invitation.members(), found.get()));
        if (improper.isPresent()) {
            return improper.get();
        }
        Judgement proposal = Judgement.approve(invitation.terms(), invitation.conditions(), null);
        ApprovalOutcome faults = rounds.faultsOf(proposal, standing.loanCase(), basis);
        return faults != null ? faults : stored(standing, basis, session(standing, invitation, proposal, chair, now));
    }

    private Optional<ApprovalOutcome> improper(
            Invitation invitation, ApprovalEdition edition, Caller chair, Instant now) {
        Set<String> members = new HashSet<>(invitation.members());
        boolean complete = members.size() == edition.seats()
                && invitation.members().size() == edition.seats()
                && members.contains(chair.subject());
        if (!complete) {
            return Optional.of(ApprovalOutcome.refused(Refusal.WRONG_COMMITTEE, String.valueOf(edition.seats())));
        }
        Instant latest = now.plus(Duration.ofHours(settings.votingHours()));
        boolean inTime =
                invitation.closesAt().isAfter(now) && !invitation.closesAt().isAfter(latest);
        return inTime
                ? Optional.empty()
                : Optional.of(ApprovalOutcome.refused(Refusal.WRONG_DEADLINE, String.valueOf(settings.votingHours())));
    }

    private static CommitteeSession session(
            Standing standing, Invitation invitation, Judgement proposal, Caller chair, Instant now) {
        int number = standing.current().map(begun -> begun.sessions().size()).orElse(0) + 1;
        List<Seat> seats = invitation.members().stream()
                .map(member -> seat(standing, member, member.equals(chair.subject()), now))
                .toList();
        return new CommitteeSession(
                number, chair.subject(), now, invitation.closesAt(), proposal, seats, List.of(), null);
    }

    /** A conflict that the case itself tells excludes at once; relatives and deputies show when they vote. */
    private static Seat seat(Standing standing, String member, boolean chair, Instant now) {
        Seat seat = Seat.of(member, chair);
        if (standing.decidedBefore().contains(member)) {
            return seat.excluded(new Seat.Exclusion(Seat.DECIDED_BEFORE, null, Decider.SYSTEM + "four-eyes", now));
        }
        FourEyes.Decider alone = new FourEyes.Decider(member, Set.of(), Set.of());
        return FourEyes.judge(standing.people(), alone) instanceof FourEyes.Conflict conflict
                ? seat.excluded(conflict(conflict, now))
                : seat;
    }

    private static Seat.Exclusion conflict(FourEyes.Conflict conflict, Instant at) {
        return new Seat.Exclusion(conflict.reason().code(), null, Decider.SYSTEM + "four-eyes", at);
    }

    private ApprovalOutcome stored(Standing standing, Basis basis, CommitteeSession session) {
        Optional<Decision> begun = standing.current();
        if (begun.isEmpty()) {
            LoanCase about = standing.loanCase();
            Decision fresh = Decision.begun(about.id(), standing.round(), about.stageEnteredAt(), basis);
            fresh.convene(session);
            return register.insert(fresh)
                    .<ApprovalOutcome>map(ApprovalOutcome.Done::new)
                    .orElseGet(() -> ApprovalOutcome.refused(Refusal.IN_SESSION));
        }
        return register.change(begun.get().id(), decision -> {
            if (decision.ruling().isPresent()) {
                return ApprovalOutcome.refused(Refusal.ALREADY_DECIDED);
            }
            if (decision.openSession().isPresent()) {
                return ApprovalOutcome.refused(Refusal.IN_SESSION);
            }
            if (decision.sessions().size() >= Decision.MOST_SESSIONS) {
                return ApprovalOutcome.refused(Refusal.TOO_MANY_SESSIONS);
            }
            decision.convene(session);
            return new ApprovalOutcome.Done(decision);
        });
    }

    /**
     * Casts the caller's one vote. A conflict of interest that shows now is kept as an exclusion, and the vote is not
     * taken.
     */
    ApprovalOutcome vote(String caseId, Vote.Choice choice, String reason, List<DeclineReason> codes, Caller member) {
        Instant now = now();
        List<DeclineReason> grounds = codes.stream().distinct().sorted().toList();
        Vote vote = new Vote(member.subject(), choice, reason, grounds, now);
        return inSession(caseId, member, (standing, decision, session) -> {
            Optional<Refusal> refusal = session.refusesVoteOf(member.subject(), now);
            if (refusal.isPresent()) {
                return ApprovalOutcome.refused(refusal.get());
            }
            Optional<Seat.Exclusion> conflict = conflictOf(standing, member, now);
            if (conflict.isPresent()) {
                decision.replace(session.excluding(member.subject(), conflict.get()));
                return ApprovalOutcome.refused(Refusal.EXCLUDED);
            }
            decision.replace(session.with(vote));
            return new ApprovalOutcome.Done(decision);
        });
    }

    private static Optional<Seat.Exclusion> conflictOf(Standing standing, Caller member, Instant now) {
        FourEyes.Verdict verdict = FourEyes.judge(standing.people(), FourEyes.Decider.of(member));
        if (verdict instanceof FourEyes.Conflict conflict) {
            return Optional.of(conflict(conflict, now));
        }
        return Competence.partiality(standing, member)
                .map(again -> new Seat.Exclusion(Seat.DECIDED_BEFORE, null, Decider.SYSTEM + "four-eyes", now));
    }

    /** A member declares a conflict of their own; the chair may find one of any. Both are in the minutes. */
    ApprovalOutcome exclude(String caseId, String excluded, String note, Caller caller) {
        Instant now = now();
        boolean own = excluded.equals(caller.subject());
        Seat.Exclusion why = new Seat.Exclusion(own ? Seat.DECLARED : Seat.FOUND_BY_CHAIR, note, caller.subject(), now);
        return inSession(caseId, caller, (standing, decision, session) -> {
            if (session.seat(excluded).isEmpty()
                    || session.seat(caller.subject()).isEmpty()) {
                return ApprovalOutcome.refused(Refusal.NOT_INVITED);
            }
            if (!own && !isChair(session, caller)) {
                return ApprovalOutcome.refused(Refusal.NOT_THE_CHAIR);
            }
            if (!session.takesVotes(now)) {
                return ApprovalOutcome.refused(Refusal.VOTING_CLOSED);
            }
            decision.replace(session.excluding(excluded, why));
            return new ApprovalOutcome.Done(decision);
        });
    }

    /** The chair invites a substitute for an excluded member. */
    ApprovalOutcome substitute(String caseId, String member, Caller chair) {
        Instant now = now();
        Optional<ApprovalOutcome> unfit = cases.inScope(caseId, chair).flatMap(about -> members.unfit(member, about));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return inSession(caseId, chair, (standing, decision, session) -> {
            if (!isChair(session, chair)) {
                return ApprovalOutcome.refused(Refusal.NOT_THE_CHAIR);
            }
            if (!session.takesVotes(now)) {
                return ApprovalOutcome.refused(Refusal.VOTING_CLOSED);
            }
            int seats = decision.basis().edition().seats();
            boolean full = session.counting() >= seats || session.seats().size() >= 2 * seats;
            if (full || session.seat(member).isPresent()) {
                return ApprovalOutcome.refused(Refusal.NO_FREE_SEAT);
            }
            decision.replace(session.with(seat(standing, member, false, now)));
            return new ApprovalOutcome.Done(decision);
        });
    }

    private static boolean isChair(CommitteeSession session, Caller caller) {
        return session.seat(caller.subject()).filter(Seat::chair).isPresent();
    }

    private ApprovalOutcome inSession(String caseId, Caller caller, InSession act) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return ApprovalOutcome.refused(Refusal.NOT_FOUND);
        }
        Standing standing = rounds.standing(found.get());
        Optional<Decision> latest =
                standing.latest().filter(decision -> decision.latestSession().isPresent());
        return latest.map(decision ->
                        register.change(decision.id(), current -> act.on(standing, current), Committee::isKept))
                .orElseGet(() -> ApprovalOutcome.refused(Refusal.NO_SESSION));
    }

    /** An exclusion found while voting is written down although the vote is refused. */
    private static boolean isKept(ApprovalOutcome outcome) {
        return outcome instanceof ApprovalOutcome.Done
                || (outcome instanceof ApprovalOutcome.Refused refused && refused.why() == Refusal.EXCLUDED);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is done in the latest session. */
    @FunctionalInterface
    private interface InSession {
        ApprovalOutcome act(Standing standing, Decision decision, CommitteeSession session);

        default ApprovalOutcome on(Standing standing, Decision decision) {
            return decision.latestSession()
                    .map(session -> act(standing, decision, session))
                    .orElseGet(() -> ApprovalOutcome.refused(Refusal.NO_SESSION));
        }
    }
}
