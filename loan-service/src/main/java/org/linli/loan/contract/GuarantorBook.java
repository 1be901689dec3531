package org.linli.loan.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.starter.crypto.BlindIndex;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * In which contracts somebody stands as guarantor: one document per keyed hash of an identity number. A contract is
 * entered before it is stored, so a crash leaves at most an entry too many, and whoever reads asks the contract itself.
 */
@Component
public class GuarantorBook {
    private static final String COLLECTION = "contract_guarantors";

    /** The customer files' name for the hash of an identity number: both find the same person. */
    private static final String PERSON = "customer-id-number";

    private static final int MOST = 500;
    private static final int ATTEMPTS = 8;

    private final MongoOperations mongo;
    private final Contracts contracts;
    private final PartiesSeal seal;
    private final BlindIndex index;

    GuarantorBook(MongoOperations mongo, Contracts contracts, PartiesSeal seal, BlindIndex index) {
        this.mongo = mongo;
        this.contracts = contracts;
        this.seal = seal;
        this.index = index;
    }

    @Document(COLLECTION)
    @TypeAlias("contract-guarantor")
    record Guarantor(@Id String person, List<String> cases) {}

    void enter(String caseId, ContractParties parties) {
        persons(parties).forEach(person -> enter(caseId, person));
    }

    private void enter(String caseId, String person) {
        Query one = Query.query(Criteria.where("_id").is(person));
        for (int attempt = 1; ; attempt++) {
            try {
                mongo.upsert(one, new Update().addToSet("cases", caseId), COLLECTION);
                return;
            } catch (DuplicateKeyException begunMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw begunMeanwhile;
                }
            }
        }
    }

    private List<String> persons(ContractParties parties) {
        return parties.guarantors().stream()
                .map(one ->
                        index.index(PERSON, one.idNumber().replaceAll("\\s", "").replace('x', 'X')))
                .distinct()
                .toList();
    }

    /**
     * What these people guarantee for by contract, in fen by case; a contract that was refused, cancelled or ran out
     * binds nobody.
     *
     * @param persons keyed hashes as customer files make them
     * @return empty when there are more contracts than are looked through
     */
    public Optional<Map<String, Long>> of(Collection<String> persons) {
        List<String> cases = new ArrayList<>();
        for (String person : persons) {
            Guarantor known = mongo.findById(person, Guarantor.class, COLLECTION);
            cases.addAll(known == null ? List.of() : known.cases());
        }
        return cases.size() > MOST ? Optional.empty() : Optional.of(binding(cases, Set.copyOf(persons)));
    }

    private Map<String, Long> binding(List<String> cases, Set<String> persons) {
        Map<String, Long> amounts = new HashMap<>();
        for (String caseId : cases) {
            contracts
                    .find(caseId)
                    .filter(contract -> !contract.status().isOver() && names(contract, persons))
                    .ifPresent(contract ->
                            amounts.put(caseId, contract.draft().terms().amountFen()));
        }
        return amounts;
    }

    private boolean names(Contract contract, Set<String> persons) {
        ContractParties parties = seal.open(contract.id(), contract.draft().sealedParties());
        return persons(parties).stream().anyMatch(persons::contains);
    }
}
