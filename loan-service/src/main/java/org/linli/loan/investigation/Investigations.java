package org.linli.loan.investigation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.linli.loan.investigation.CompletedInvestigation.Advice;
import org.linli.loan.investigation.Outcome.Recommended;
import org.springframework.stereotype.Component;

/** What investigations found, for the features that decide. */
@Component
public class Investigations {
    /** Its worst answer is private lending. */
    private static final String LENDING_QUESTION = "other-debts";

    private final Rounds rounds;
    private final Sealing sealing;

    Investigations(Rounds rounds, Sealing sealing) {
        this.rounds = rounds;
        this.sealing = sealing;
    }

    /** The latest round of the case; empty while it is not completed, and when nobody investigated. */
    public Optional<CompletedInvestigation> completed(String caseId) {
        return rounds.latest(caseId).flatMap(this::facts);
    }

    private Optional<CompletedInvestigation> facts(Round round) {
        Instant completedAt = round.completedAt();
        String sealed = round.outcome();
        if (completedAt == null || sealed == null) {
            return Optional.empty();
        }
        Outcome outcome = sealing.open(round.id(), sealed);
        return Optional.of(new CompletedInvestigation(
                round.caseId(),
                round.number(),
                completedAt,
                outcome.figures(),
                outcome.soft().score(),
                outcome.soft().deviating(),
                outcome.checks().parameterVersion(),
                outcome.checks().results(),
                outcome.reasons().keySet().stream().sorted().toList(),
                advice(outcome),
                outcome.photographed().onBothSides(),
                outcome.soft().concealed(LENDING_QUESTION).orElse(null)));
    }

    private static Map<Side, Advice> advice(Outcome outcome) {
        Map<Side, Advice> bySide = new EnumMap<>(Side.class);
        for (Recommended one : outcome.recommended()) {
            Recommendation said = one.recommendation();
            if (said != null) {
                bySide.put(
                        one.side(), new Advice(said.outcome(), said.amountFen(), said.termMonths(), one.reportHash()));
            }
        }
        return bySide;
    }
}
