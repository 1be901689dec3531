package org.linli.loan.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Signed contracts for whoever pays out: what was agreed, and whether it still is what everyone signed. */
@Component
public class SignedContracts {
    private final Contracts contracts;
    private final ContractDocuments documents;
    private final PartiesSeal seal;
    private final ObjectProvider<Approvals> approvals;

    SignedContracts(
            Contracts contracts, ContractDocuments documents, PartiesSeal seal, ObjectProvider<Approvals> approvals) {
        this.contracts = contracts;
        this.documents = documents;
        this.seal = seal;
        this.approvals = approvals;
    }

    /**
     * A contract that everyone has signed.
     *
     * @param edition tells it from one that is signed in its place
     * @param intact every document is still there, byte by byte as it was signed
     * @param approvalStands what was approved is still what was signed
     */
    public record SignedContract(
            int edition, AgreedTerms terms, Payee payee, String preparedBy, boolean intact, boolean approvalStands) {
        public boolean isLapsed(LocalDate today) {
            return today.isAfter(terms.validUntil());
        }
    }

    /** Empty while not everyone has signed. */
    public Optional<SignedContract> of(String caseId) {
        return contracts
                .find(caseId)
                .filter(contract -> contract.status() == ContractStatus.SIGNED)
                .map(this::signed);
    }

    private SignedContract signed(Contract contract) {
        Contract.Draft draft = contract.draft();
        boolean intact = draft.hashes().stream()
                .allMatch(hash -> documents.find(contract.id(), hash).isPresent());
        Approvals source = approvals.getIfAvailable();
        boolean stands = source != null
                && source.termsOf(contract.id())
                        .map(AgreedTerms::of)
                        .filter(draft.terms()::equals)
                        .isPresent();
        Payee payee = seal.open(contract.id(), draft.sealedParties()).payee();
        return new SignedContract(contract.edition(), draft.terms(), payee, draft.preparedBy(), intact, stands);
    }
}
