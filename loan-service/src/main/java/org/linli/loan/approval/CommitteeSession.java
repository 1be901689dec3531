package org.linli.loan.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Majority;

/**
 * One meeting of the committee on one case: who is invited, what is proposed, who voted how (rule L-8). Every change
 * is a new value; the votes are secret until the closing.
 *
 * @param number of the session within the round: an inquorate one is followed by another
 * @param proposal on which terms an approval would be, and on which conditions
 * @param closesAt no vote is taken from this moment on
 */
record CommitteeSession(
        int number,
        String convenedBy,
        Instant convenedAt,
        Instant closesAt,
        Judgement proposal,
        List<Seat> seats,
        List<Vote> votes,
        @Nullable Closing closing) {

    Optional<Seat> seat(String member) {
        return seats.stream().filter(seat -> seat.member().equals(member)).findFirst();
    }

    Optional<Vote> voteOf(String member) {
        return votes.stream().filter(vote -> vote.member().equals(member)).findFirst();
    }

    boolean isOpen() {
        return closing == null;
    }

    /** Open, and its time not over. */
    boolean takesVotes(Instant at) {
        return isOpen() && at.isBefore(closesAt);
    }

    /** Why this member cannot vote now; empty when they can. */
    Optional<Refusal> refusesVoteOf(String member, Instant at) {
        Optional<Seat> seat = seat(member);
        if (seat.isEmpty()) {
            return Optional.of(Refusal.NOT_INVITED);
        }
        if (!takesVotes(at)) {
            return Optional.of(Refusal.VOTING_CLOSED);
        }
        if (!seat.get().counts()) {
            return Optional.of(Refusal.EXCLUDED);
        }
        return voteOf(member).map(cast -> Refusal.ALREADY_VOTED);
    }

    CommitteeSession with(Vote vote) {
        List<Vote> more = new ArrayList<>(votes);
        more.add(vote);
        return copy(seats, more, closing);
    }

    /** The member no longer counts, nor does a vote cast before; the first reason stays. */
    CommitteeSession excluding(String member, Seat.Exclusion why) {
        return copy(seated(member, seat -> seat.counts() ? seat.excluded(why) : seat), votes, closing);
    }

    /** A substitute takes the place of an excluded member; never of the chair. */
    CommitteeSession with(Seat substitute) {
        List<Seat> more = new ArrayList<>(seats);
        more.add(substitute);
        return copy(more, votes, closing);
    }

    private List<Seat> seated(String member, UnaryOperator<Seat> change) {
        return seats.stream()
                .map(seat -> seat.member().equals(member) ? change.apply(seat) : seat)
                .toList();
    }

    int counting() {
        return (int) seats.stream().filter(Seat::counts).count();
    }

    List<Vote> counted(Vote.Choice choice) {
        return counted().filter(vote -> vote.choice() == choice).toList();
    }

    private Stream<Vote> counted() {
        return votes.stream()
                .filter(vote -> seat(vote.member()).filter(Seat::counts).isPresent());
    }

    boolean isQuorate(Majority majority) {
        return majority.isQuorate(
                counted(Vote.Choice.FOR).size(), counted(Vote.Choice.AGAINST).size());
    }

    CommitteeSession closed(Majority majority, String by, Instant at, Closing.@Nullable Veto veto) {
        int inFavour = counted(Vote.Choice.FOR).size();
        int against = counted(Vote.Choice.AGAINST).size();
        Majority.Verdict verdict = majority.judge(inFavour, against, veto != null);
        return copy(seats, votes, new Closing(by, at, verdict, inFavour, against, veto));
    }

    /** What the closed session decides; nothing when it was inquorate. */
    Optional<Judgement> judgement() {
        if (closing == null) {
            return Optional.empty();
        }
        Closing.Veto veto = closing.veto();
        return switch (closing.verdict()) {
            case CARRIED -> Optional.of(proposal);
            case LOST -> Optional.of(Judgement.decline(reasonsAgainst(), null));
            case VETOED -> Optional.ofNullable(veto).map(Closing.Veto::judgement);
            case INQUORATE -> Optional.empty();
        };
    }

    private List<DeclineReason> reasonsAgainst() {
        return counted(Vote.Choice.AGAINST).stream()
                .flatMap(vote -> vote.declineReasons().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private CommitteeSession copy(List<Seat> newSeats, List<Vote> newVotes, @Nullable Closing newClosing) {
        return new CommitteeSession(
                number,
                convenedBy,
                convenedAt,
                closesAt,
                proposal,
                List.copyOf(newSeats),
                List.copyOf(newVotes),
                newClosing);
    }

    /** Votes are secret: they stay out of logs. */
    @Override
    public String toString() {
        return "CommitteeSession[" + number + "]";
    }
}
