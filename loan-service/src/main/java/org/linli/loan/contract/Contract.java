package org.linli.loan.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.loan.contract.signing.SigningState;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** The contract of a case, under the case's id. Once it lies before the parties nothing in it changes but signatures. */
@Document(Contract.COLLECTION)
@CompoundIndex(name = "next_look", def = "{'nextLookAt': 1, '_id': 1}")
class Contract extends AggregateRoot {
    static final String COLLECTION = "contracts";

    private final String organisationPath;
    private int edition;
    private ContractStatus status;
    private Draft draft;
    private List<Signatory> signatories;
    private @Nullable Signing signing;

    /** When to ask the platform again; null when there is nothing to ask. */
    private @Nullable Instant nextLookAt;

    /** What is wrong with the signing, for staff to see. */
    private @Nullable String trouble;

    private @Nullable Superseded superseded;

    /**
     * What was printed.
     *
     * @param preparedBy who does not pay it out (rule P-2)
     * @param sealedParties people and account, encrypted
     */
    record Draft(
            AgreedTerms terms,
            String preparedBy,
            Instant preparedAt,
            String sealedParties,
            String maskedAccount,
            Payee.Kind payeeKind,
            List<ContractDocument> documents) {
        List<String> hashes() {
            return documents.stream().map(ContractDocument::sha256).toList();
        }
    }

    /** @param reference of the request at the platform */
    record Signing(String reference, Instant requestedAt, Instant expiresAt) {}

    @PersistenceCreator
    Contract(
            String id,
            String organisationPath,
            int edition,
            ContractStatus status,
            Draft draft,
            List<Signatory> signatories,
            @Nullable Signing signing,
            @Nullable Instant nextLookAt,
            @Nullable String trouble,
            @Nullable Superseded superseded) {
        super(id);
        this.organisationPath = organisationPath;
        this.edition = edition;
        this.status = status;
        this.draft = draft;
        this.signatories = List.copyOf(signatories);
        this.signing = signing;
        this.nextLookAt = nextLookAt;
        this.trouble = trouble;
        this.superseded = superseded;
    }

    static Contract prepared(String caseId, String organisationPath, Draft draft, List<Signatory> signatories) {
        return new Contract(
                caseId, organisationPath, 1, ContractStatus.PREPARED, draft, signatories, null, null, null, null);
    }

    /** @return false when it lies before the parties or is signed */
    boolean prepareAnew(Draft fresh, List<Signatory> parties) {
        if (!status.mayBePrepared()) {
            return false;
        }
        edition++;
        status = ContractStatus.PREPARED;
        draft = fresh;
        signatories = List.copyOf(parties);
        signing = null;
        nextLookAt = null;
        trouble = null;
        superseded = null;
        return true;
    }

    /** Each edition has a reference of its own: who signed an earlier one has signed nothing of this. */
    boolean putBeforeParties(Instant at, Instant expiresAt) {
        if (status == ContractStatus.SIGNING || status == ContractStatus.SIGNED) {
            return true;
        }
        if (status != ContractStatus.PREPARED) {
            return false;
        }
        status = ContractStatus.SIGNING;
        signing = new Signing(id() + "-S" + edition, at, expiresAt);
        nextLookAt = at;
        return true;
    }

    /** The case that a reference is about; anything when it is none of ours. */
    static String caseOf(String reference) {
        int edition = reference.lastIndexOf("-S");
        return edition < 0 ? reference : reference.substring(0, edition);
    }

    boolean isBeforePartiesAs(String reference) {
        Signing open = signing;
        return status == ContractStatus.SIGNING
                && open != null
                && open.reference().equals(reference);
    }

    /** The platform did not answer, or not about this contract: look again later. */
    void lookAgain(Instant later, @Nullable String why) {
        nextLookAt = status == ContractStatus.SIGNING ? later : null;
        trouble = why;
    }

    /**
     * Takes over what the platform says; the same twice is once. Signatures under other papers than these count for
     * nothing.
     */
    void heard(SigningState state, Instant at, Instant later) {
        Signing open = signing;
        if (status != ContractStatus.SIGNING
                || open == null
                || !state.reference().equals(open.reference())) {
            return;
        }
        if (!state.documentHashes().equals(draft.hashes())) {
            lookAgain(later, "other-documents");
            return;
        }
        Map<String, Instant> signed = state.signedAt();
        signatories = signatories.stream()
                .map(party -> party.heard(signed.get(party.partyId())))
                .toList();
        if (signatories.stream().allMatch(Signatory::hasSigned)) {
            end(ContractStatus.SIGNED);
        } else if (!state.refusedBy().isEmpty()) {
            end(ContractStatus.REFUSED);
        } else if (state.expired() || at.isAfter(open.expiresAt())) {
            end(ContractStatus.EXPIRED);
        } else {
            lookAgain(later, null);
        }
    }

    private void end(ContractStatus last) {
        status = last;
        nextLookAt = null;
        trouble = null;
    }

    /** The applicant takes the application back. @return false when the borrower has signed: then it is too late */
    boolean cancel() {
        if (borrowerHasSigned()) {
            return false;
        }
        end(ContractStatus.CANCELLED);
        return true;
    }

    /**
     * Sets this edition aside, whoever has signed it.
     *
     * @return false when it is another edition by now: the one that was meant binds nobody any more
     */
    boolean supersede(int which, Superseded why) {
        if (edition != which) {
            return false;
        }
        if (status != ContractStatus.SUPERSEDED) {
            end(ContractStatus.SUPERSEDED);
            superseded = why;
        }
        return true;
    }

    private boolean borrowerHasSigned() {
        boolean binding = status == ContractStatus.SIGNING || status == ContractStatus.SIGNED;
        return binding
                && signatories.stream()
                        .anyMatch(party -> party.partyId().equals(Signatory.BORROWER) && party.hasSigned());
    }

    int edition() {
        return edition;
    }

    ContractStatus status() {
        return status;
    }

    Draft draft() {
        return draft;
    }

    List<Signatory> signatories() {
        return signatories;
    }

    @Nullable Signing signing() {
        return signing;
    }

    @Nullable String trouble() {
        return trouble;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("contract", organisationPath)
                .with("status", status)
                .with("edition", edition)
                .with("amountFen", draft.terms().amountFen())
                .with("documents", String.join(" ", draft.hashes()))
                .with(
                        "signed",
                        signatories.stream()
                                .filter(Signatory::hasSigned)
                                .map(Signatory::partyId)
                                .toList())
                .with("trouble", trouble)
                .with("supersededBy", superseded == null ? null : superseded.by())
                .because(superseded == null ? null : superseded.reason());
    }
}
