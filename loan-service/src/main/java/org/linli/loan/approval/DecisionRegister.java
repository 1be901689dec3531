package org.linli.loan.approval;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored decisions: a case's rounds are found by their ids. */
@Component
class DecisionRegister {
    static final int MOST_ROUNDS = 12;

    private final AggregateStore<Decision> decisions;

    DecisionRegister(MongoOperations mongo, OutboxRelay relay) {
        this.decisions = new AggregateStore<>(mongo, relay, Decision.class, Decision.COLLECTION);
    }

    /** A case's rounds, the first one first. */
    List<Decision> of(String caseId) {
        List<String> ids = IntStream.rangeClosed(1, MOST_ROUNDS)
                .mapToObj(round -> Decision.idOf(caseId, round))
                .toList();
        return decisions.findAll(ids).stream()
                .sorted(Comparator.comparing(Decision::round))
                .toList();
    }

    Optional<Decision> latest(String caseId) {
        List<Decision> rounds = of(caseId);
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** Empty when another decider began this round first. */
    Optional<Decision> insert(Decision fresh) {
        try {
            return Optional.of(decisions.insert(fresh));
        } catch (DuplicateKeyException begunMeanwhile) {
            return Optional.empty();
        }
    }

    /** Decides on the stored decision, again when someone else changed it; a refusal writes nothing. */
    ApprovalOutcome change(String id, Function<Decision, ApprovalOutcome> change) {
        return change(id, change, ApprovalOutcome.Done.class::isInstance);
    }

    /** @param worthSaving also tells which refusals are to be kept */
    ApprovalOutcome change(
            String id, Function<Decision, ApprovalOutcome> change, Predicate<ApprovalOutcome> worthSaving) {
        return decisions.change(id, change, worthSaving).orElseGet(() -> ApprovalOutcome.refused(Refusal.NO_SESSION));
    }

    /** Sessions whose time is over, the longest first. */
    List<Decision> votingEndedBy(Instant at, int limit) {
        return decisions.find(Query.query(Criteria.where("votingUntil").lte(at))
                .with(Sort.by("votingUntil", "_id"))
                .limit(limit));
    }
}
