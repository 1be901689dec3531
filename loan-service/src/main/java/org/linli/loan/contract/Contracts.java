package org.linli.loan.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.loan.contract.signing.SigningState;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored contracts. */
@Component
class Contracts {
    private final AggregateStore<Contract> store;

    Contracts(MongoOperations mongo, OutboxRelay relay) {
        this.store = new AggregateStore<>(mongo, relay, Contract.class, Contract.COLLECTION);
    }

    Optional<Contract> find(String caseId) {
        return store.find(caseId);
    }

    PreparationOutcome prepare(String caseId, String path, Contract.Draft draft, List<Signatory> signatories) {
        Optional<PreparationOutcome> anew = prepareAnew(caseId, draft, signatories);
        if (anew.isPresent()) {
            return anew.get();
        }
        try {
            return new PreparationOutcome.Done(store.insert(Contract.prepared(caseId, path, draft, signatories)));
        } catch (DuplicateKeyException preparedMeanwhile) {
            return prepareAnew(caseId, draft, signatories).orElseThrow();
        }
    }

    private Optional<PreparationOutcome> prepareAnew(String caseId, Contract.Draft draft, List<Signatory> signatories) {
        return store.change(
                caseId,
                contract -> contract.prepareAnew(draft, signatories)
                        ? new PreparationOutcome.Done(contract)
                        : new PreparationOutcome.NotInStatus(contract.status()),
                PreparationOutcome.Done.class::isInstance);
    }

    PreparationOutcome putBeforeParties(String caseId, Instant at, Instant expiresAt) {
        Optional<PreparationOutcome> outcome = store.change(
                caseId,
                contract -> contract.putBeforeParties(at, expiresAt)
                        ? new PreparationOutcome.Done(contract)
                        : new PreparationOutcome.NotInStatus(contract.status()),
                PreparationOutcome.Done.class::isInstance);
        return outcome.orElseGet(PreparationOutcome.NotFound::new);
    }

    /** @return the contract afterwards */
    Optional<Contract> heard(String caseId, SigningState state, Instant at, Instant later) {
        return changed(caseId, contract -> contract.heard(state, at, later));
    }

    Optional<Contract> lookAgain(String caseId, Instant later, @Nullable String why) {
        return changed(caseId, contract -> contract.lookAgain(later, why));
    }

    private Optional<Contract> changed(String caseId, Consumer<Contract> change) {
        return store.change(caseId, contract -> {
            change.accept(contract);
            return contract;
        });
    }

    /** @return false when the borrower has signed; true also when there is no contract */
    boolean cancel(String caseId) {
        return store.change(caseId, Contract::cancel, done -> done).orElse(true);
    }

    /** @return false when there is no such edition any more */
    boolean supersede(String caseId, int edition, Superseded why) {
        return store.change(caseId, contract -> contract.supersede(edition, why), done -> done)
                .orElse(false);
    }

    /** @return false when everybody has signed; true also when there is no contract */
    boolean supersedeUnsigned(String caseId, Superseded why) {
        return store.change(
                        caseId,
                        contract -> contract.status() != ContractStatus.SIGNED
                                && contract.supersede(contract.edition(), why),
                        done -> done)
                .orElse(true);
    }

    /** Contracts whose signing is to be asked for by now. */
    List<Contract> dueForALook(Instant now, int limit) {
        return store.find(Query.query(Criteria.where("nextLookAt").lte(now))
                .with(Sort.by("nextLookAt", "_id"))
                .limit(limit));
    }
}
