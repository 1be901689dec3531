package org.linli.loan.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.foureyes.FourEyes;

/** A case with all its rounds: which round is on, and what earlier ones mean for it. */
record Standing(LoanCase loanCase, List<Decision> rounds) {

    /** The round of the present stay in the approval, if it was begun. */
    Optional<Decision> current() {
        return latest().filter(decision ->
                loanCase.stage() == Stage.APPROVAL && decision.stay().equals(loanCase.stageEnteredAt()));
    }

    Optional<Decision> latest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    int round() {
        return current().map(Decision::round).orElse(rounds.size() + 1);
    }

    Optional<Decision> ruledUnder(String key) {
        return rounds.stream().filter(decision -> decision.isRuledUnder(key)).findFirst();
    }

    /** Why no new decision can be begun or made; empty when one can. */
    Optional<ApprovalOutcome> closed() {
        if (loanCase.stage() != Stage.APPROVAL) {
            return Optional.of(ApprovalOutcome.refused(
                    Refusal.WRONG_STAGE, loanCase.stage().name()));
        }
        if (current().flatMap(Decision::ruling).isPresent()) {
            return Optional.of(ApprovalOutcome.refused(Refusal.ALREADY_DECIDED));
        }
        if (current().flatMap(Decision::openSession).isPresent()) {
            return Optional.of(ApprovalOutcome.refused(Refusal.IN_SESSION));
        }
        return round() > DecisionRegister.MOST_ROUNDS
                ? Optional.of(ApprovalOutcome.refused(Refusal.TOO_MANY_ROUNDS))
                : Optional.empty();
    }

    /** The lowest level that may hear the case: after an appeal, the one above whoever had refused. */
    Level atLeast() {
        return appealedRulings().map(ruling -> ruling.by().level().above()).reduce(Level.SYSTEM, Level::higher);
    }

    /** Who refused alone what was appealed against: they do not hear it again. The committee hears its own again. */
    Set<String> decidedBefore() {
        return appealedRulings()
                .map(Ruling::by)
                .filter(by -> by.level() != Level.COMMITTEE)
                .map(Decider::subject)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Since when what the decision rests on has to be new: after a lapsed approval, since the case came back. */
    Optional<Instant> freshSince() {
        return renewals().findAny().map(wish -> loanCase.stageEnteredAt());
    }

    /** Who has a hand in it, those who wanted it decided anew among them (rule P-2). */
    FourEyes.Case people() {
        FourEyes.Case known = loanCase.people();
        Set<String> preparers = Stream.concat(
                        known.preparers().stream(), renewals().map(Renewal::by))
                .collect(Collectors.toUnmodifiableSet());
        return new FourEyes.Case(known.owners(), preparers, known.investigators(), known.merchantId());
    }

    private Stream<Renewal> renewals() {
        return rounds.stream().flatMap(decision -> decision.renewal().stream());
    }

    boolean isAppealed() {
        return appealedRulings().findAny().isPresent();
    }

    private Stream<Ruling> appealedRulings() {
        return rounds.stream()
                .filter(decision -> decision.appeal().isPresent())
                .flatMap(decision -> decision.ruling().stream());
    }
}
