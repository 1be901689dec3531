package org.linli.loan.investigation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.linli.loan.application.LoanCase;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored rounds and reports; everything is found by its id. */
@Component
class Rounds {
    private final AggregateStore<Round> rounds;
    private final AggregateStore<Report> reports;

    Rounds(MongoOperations mongo, OutboxRelay relay) {
        this.rounds = new AggregateStore<>(mongo, relay, Round.class, Round.COLLECTION);
        this.reports = new AggregateStore<>(mongo, relay, Report.class, Report.COLLECTION);
    }

    /** All of a case, the first one first. */
    List<Round> of(String caseId) {
        List<String> ids = IntStream.rangeClosed(1, Round.MOST)
                .mapToObj(number -> Round.id(caseId, number))
                .toList();
        return rounds.findAll(ids).stream()
                .sorted(Comparator.comparing(Round::number))
                .toList();
    }

    Optional<Round> latest(String caseId) {
        List<Round> all = of(caseId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The round of the stage that the case is in; empty when nobody opened it yet. */
    static Optional<Round> current(LoanCase loanCase, List<Round> all) {
        return all.stream()
                .filter(round -> round.openedAt().equals(loanCase.stageEnteredAt()))
                .findFirst();
    }

    /** Whoever comes second finds the first one's. */
    Round open(Round round) {
        try {
            return rounds.insert(round);
        } catch (DuplicateKeyException openedMeanwhile) {
            return rounds.find(round.id()).orElseThrow();
        }
    }

    <R> R change(String roundId, Function<Round, R> change, Predicate<R> worthSaving) {
        return rounds.change(roundId, change, worthSaving).orElseThrow();
    }

    Optional<Report> report(Round round, Side side) {
        return reports.find(Report.id(round.id(), side));
    }

    /** Those of the round that somebody has begun, the branch's first. */
    List<Report> reports(Round round) {
        return reports.findAll(List.of(Report.id(round.id(), Side.BRANCH), Report.id(round.id(), Side.RISK))).stream()
                .sorted(Comparator.comparing(Report::side))
                .toList();
    }

    Report open(Report report) {
        try {
            return reports.insert(report);
        } catch (DuplicateKeyException openedMeanwhile) {
            return reports.find(report.id()).orElseThrow();
        }
    }

    /** Changes a report unless that is refused. */
    Optional<Refusal> changeReport(String reportId, Function<Report, Optional<Refusal>> change) {
        return reports.change(reportId, change, Optional::isEmpty).orElse(Optional.of(Refusal.NOT_FOUND));
    }

    Optional<Report> report(String id) {
        return reports.find(id);
    }
}
