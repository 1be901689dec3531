package org.linli.loan.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.approval.kernel.Bands.Alone;
import org.linli.loan.approval.kernel.Level;
import org.springframework.stereotype.Component;

/** Where a rules engine records what it decided by itself (rule L-10): in the same place and form as people do. */
@Component
public class RecordingDecisions {
    private final LoanCases cases;
    private final Rounds rounds;
    private final Deciding deciding;
    private final ApprovalSettings settings;
    private final Clock clock;

    RecordingDecisions(LoanCases cases, Rounds rounds, Deciding deciding, ApprovalSettings settings, Clock clock) {
        this.cases = cases;
        this.rounds = rounds;
        this.deciding = deciding;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of recording it. */
    public enum Recorded {
        /** Stored, and the case moved; also when the same was recorded before. */
        DONE,
        /** No case, or not in the approval. */
        WRONG_STAGE,
        /** Somebody else decided first, or the committee has it. */
        TAKEN,
        /** More than a system may decide, or an appeal: people decide. */
        NOT_COMPETENT,
        /** The terms break the product's limits, the applicant's wish or the price. */
        TERMS_REFUSED
    }

    /** Stores the decision of a case that is in the approval, then moves the case. May be repeated. */
    public Recorded record(String caseId, SystemDecision made) {
        Optional<LoanCase> found = cases.find(caseId);
        if (found.isEmpty()) {
            return Recorded.WRONG_STAGE;
        }
        Standing standing = rounds.standing(found.get());
        String key = Decider.SYSTEM + made.system() + ":" + made.key();
        Optional<Decision> same = standing.ruledUnder(key);
        if (same.isPresent()) {
            return finished(same.get());
        }
        Optional<ApprovalOutcome> closed = standing.closed();
        return closed.isPresent() ? refusal(closed.get()) : decide(standing, made, key);
    }

    private Recorded decide(Standing standing, SystemDecision made, String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Basis basis = rounds.basis(standing, ApprovalSettings.businessDate(now));
        Alone alone =
                basis.edition().bands().alone(basis.amountFen(), Level.SYSTEM, basis.atLeast(), OptionalLong.empty());
        if (alone != Alone.ALLOWED) {
            return Recorded.NOT_COMPETENT;
        }
        Judgement judgement = made.judgement();
        if (rounds.termsFaultsOf(judgement, standing.loanCase(), basis) != null) {
            return Recorded.TERMS_REFUSED;
        }
        List<Fact> trace = made.trace().stream().limit(InputSeen.MOST_FACTS).toList();
        Ruling ruling = Ruling.of(judgement, Decider.system(made.system(), Level.SYSTEM), now, key, trace, settings);
        return deciding.store(standing, basis, ruling).map(this::finished).orElse(Recorded.TAKEN);
    }

    private Recorded finished(Decision decision) {
        return rounds.finish(decision) instanceof ApprovalOutcome.Done ? Recorded.DONE : Recorded.WRONG_STAGE;
    }

    private static Recorded refusal(ApprovalOutcome outcome) {
        boolean stage = outcome instanceof ApprovalOutcome.Refused refused && refused.why() == Refusal.WRONG_STAGE;
        return stage ? Recorded.WRONG_STAGE : Recorded.TAKEN;
    }
}
