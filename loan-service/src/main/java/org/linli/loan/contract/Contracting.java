package org.linli.loan.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Preparing contracts from approved terms and putting them before the parties. */
@Component
class Contracting {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final LoanCases cases;
    private final Contracts contracts;
    private final ContractDocuments documents;
    private final Printing printing;
    private final PartiesSeal seal;
    private final GuarantorBook guarantors;
    private final ObjectProvider<Approvals> approvals;
    private final ContractSettings settings;
    private final Clock clock;

    Contracting(
            LoanCases cases,
            Contracts contracts,
            ContractDocuments documents,
            Printing printing,
            PartiesSeal seal,
            GuarantorBook guarantors,
            ObjectProvider<Approvals> approvals,
            ContractSettings settings,
            Clock clock) {
        this.cases = cases;
        this.contracts = contracts;
        this.documents = documents;
        this.printing = printing;
        this.seal = seal;
        this.guarantors = guarantors;
        this.approvals = approvals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Prints the contract of a case, anew if there is one that nobody is about to sign. */
    PreparationOutcome prepare(String caseId, ContractParties parties, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return new PreparationOutcome.NotFound();
        }
        LoanCase loanCase = found.get();
        if (loanCase.stage() != Stage.CONTRACT) {
            return new PreparationOutcome.WrongStage(loanCase.stage());
        }
        if (FourEyes.judge(ownersOnly(loanCase), FourEyes.Decider.of(caller)) instanceof FourEyes.Conflict conflict) {
            return new PreparationOutcome.FourEyesConflict(conflict.reason());
        }
        Optional<ApprovedTerms> approved = approved(caseId);
        if (approved.isEmpty()) {
            return new PreparationOutcome.NotApproved();
        }
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, BANK_ZONE);
        if (today.isAfter(approved.get().validUntil())) {
            return new PreparationOutcome.ApprovalLapsed();
        }
        if (!printing.canPrint(parties)) {
            return new PreparationOutcome.Unprintable();
        }
        return store(loanCase, AgreedTerms.of(approved.get()), parties, caller.subject(), now);
    }

    /** Account managers prepare what they investigated; only their own or a relative's contract is none of theirs. */
    private static FourEyes.Case ownersOnly(LoanCase loanCase) {
        FourEyes.Case people = loanCase.people();
        return new FourEyes.Case(people.owners(), java.util.Set.of(), java.util.Set.of(), people.merchantId());
    }

    Optional<ApprovedTerms> approved(String caseId) {
        Approvals source = approvals.getIfAvailable();
        return source == null ? Optional.empty() : source.termsOf(caseId);
    }

    private PreparationOutcome store(
            LoanCase loanCase, AgreedTerms terms, ContractParties parties, String by, Instant now) {
        Optional<Contract> before = contracts.find(loanCase.id());
        if (before.filter(one -> !one.status().mayBePrepared()).isPresent()) {
            return new PreparationOutcome.NotInStatus(before.get().status());
        }
        String id = loanCase.id();
        List<ContractDocument> kept =
                printing.print(loanCase, terms, parties, LocalDate.ofInstant(now, BANK_ZONE)).stream()
                        .map(printed -> documents.keep(id, printed))
                        .toList();
        Payee payee = parties.payee();
        Contract.Draft draft =
                new Contract.Draft(terms, by, now, seal.seal(id, parties), payee.maskedAccount(), payee.kind(), kept);
        guarantors.enter(id, parties);
        PreparationOutcome outcome = contracts.prepare(id, loanCase.organisationPath(), draft, signatories(parties));
        if (outcome instanceof PreparationOutcome.Done done) {
            documents.forgetAllBut(id, done.contract().draft().hashes());
        }
        return outcome;
    }

    private List<Signatory> signatories(ContractParties parties) {
        List<Signatory> all = new ArrayList<>();
        all.add(new Signatory(Signatory.BORROWER, parties.borrower().maskedName(), null));
        int number = 0;
        for (ContractParties.Person guarantor : parties.guarantors()) {
            number++;
            all.add(new Signatory(Signatory.GUARANTOR + number, guarantor.maskedName(), null));
        }
        all.add(new Signatory(Signatory.BANK, settings.bankName(), null));
        return all;
    }

    /** Puts the contract before the parties; asking again changes nothing. */
    PreparationOutcome putBeforeParties(String caseId, Caller caller) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return new PreparationOutcome.NotFound();
        }
        if (found.get().stage() != Stage.CONTRACT) {
            return new PreparationOutcome.WrongStage(found.get().stage());
        }
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, BANK_ZONE);
        if (approved(caseId).filter(terms -> today.isAfter(terms.validUntil())).isPresent()) {
            return new PreparationOutcome.ApprovalLapsed();
        }
        return contracts.putBeforeParties(caseId, now, now.plus(Duration.ofDays(settings.signingDays())));
    }

    Optional<Contract> inScope(String caseId, Caller caller) {
        return cases.inScope(caseId, caller).flatMap(found -> contracts.find(caseId));
    }

    Optional<Contract> ownedBy(String caseId, Caller caller) {
        return cases.ownedBy(caseId, caller).flatMap(found -> contracts.find(caseId));
    }

    /** A document of the contract as it now is; its bytes have the hash, or there are none. */
    Optional<byte[]> document(Contract contract, String sha256) {
        return contract.draft().hashes().contains(sha256) ? documents.find(contract.id(), sha256) : Optional.empty();
    }

    /** To the millisecond: what the store keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
