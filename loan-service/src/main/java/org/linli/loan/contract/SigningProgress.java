package org.linli.loan.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.linli.loan.application.WithdrawalGuard;
import org.linli.loan.contract.signing.SigningPlatform;
import org.linli.loan.contract.signing.SigningRequest;
import org.linli.loan.contract.signing.SigningState;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows open signings at the platform: invites the parties, asks how far they are, and sends the case on when all have
 * signed. Every step may be repeated, so a platform that is away and a service that dies only cost time.
 */
@Component
class SigningProgress implements StageDriver, WithdrawalGuard {
    private static final Logger log = LoggerFactory.getLogger(SigningProgress.class);
    private static final String BY = "system:contract";
    private static final int BATCH = 100;

    private final Contracts contracts;
    private final PartiesSeal seal;
    private final SigningPlatform platform;
    private final LoanCases cases;
    private final ContractSettings settings;
    private final Clock clock;

    SigningProgress(
            Contracts contracts,
            PartiesSeal seal,
            SigningPlatform platform,
            LoanCases cases,
            ContractSettings settings,
            Clock clock) {
        this.contracts = contracts;
        this.seal = seal;
        this.platform = platform;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** One contract in trouble never blocks the rest. */
    @Scheduled(fixedDelayString = "${linli.loan.contract.look-every}")
    void lookAtAll() {
        try {
            contracts.dueForALook(now(), BATCH).forEach(contract -> look(contract.id()));
        } catch (RuntimeException e) {
            log.warn("open signings wait: {}", e.getClass().getName());
        }
    }

    /**
     * The platform says that there is news about a request. It is not believed but asked; only what lies before the
     * parties under this very reference is asked for.
     */
    void news(String reference) {
        Optional<Contract> about =
                contracts.find(Contract.caseOf(reference)).filter(contract -> contract.isBeforePartiesAs(reference));
        about.ifPresent(contract -> look(contract.id()));
    }

    /** Asks for one contract now and acts on the answer. */
    Optional<Contract> look(String caseId) {
        try {
            return ask(caseId);
        } catch (DependencyUnavailableException e) {
            return contracts.lookAgain(caseId, later(), "signing-unavailable");
        } catch (RuntimeException e) {
            log.warn("signing of case {} waits: {}", caseId, e.getClass().getName());
            return contracts.lookAgain(caseId, later(), "signing-trouble");
        }
    }

    private Optional<Contract> ask(String caseId) {
        Optional<Contract> contract = contracts.find(caseId);
        if (contract.filter(one -> one.status() == ContractStatus.SIGNING).isEmpty()) {
            contract.filter(one -> one.status() == ContractStatus.SIGNED).ifPresent(this::sendOn);
            return contract;
        }
        SigningRequest request = requestOf(contract.get());
        Optional<SigningState> state = platform.state(request.reference());
        if (state.isEmpty()) {
            platform.request(request);
            return contracts.lookAgain(caseId, later(), null);
        }
        Optional<Contract> after = contracts.heard(caseId, state.get(), now(), later());
        after.filter(one -> one.status() == ContractStatus.SIGNED).ifPresent(this::sendOn);
        return after;
    }

    private void sendOn(Contract signed) {
        cases.move(signed.id(), Stage.DISBURSEMENT, BY);
    }

    private SigningRequest requestOf(Contract contract) {
        ContractParties people = seal.open(contract.id(), contract.draft().sealedParties());
        List<SigningRequest.Party> parties = new ArrayList<>();
        parties.add(party(Signatory.BORROWER, people.borrower()));
        int number = 0;
        for (ContractParties.Person guarantor : people.guarantors()) {
            number++;
            parties.add(party(Signatory.GUARANTOR + number, guarantor));
        }
        parties.add(new SigningRequest.Party(Signatory.BANK, settings.bankName(), settings.bankPhone()));
        Contract.Signing signing = Objects.requireNonNull(contract.signing());
        return new SigningRequest(signing.reference(), contract.draft().hashes(), parties, signing.expiresAt());
    }

    private static SigningRequest.Party party(String id, ContractParties.Person person) {
        return new SigningRequest.Party(id, person.name(), person.phone());
    }

    @Override
    public Stage stage() {
        return Stage.CONTRACT;
    }

    @Override
    public void resume(LoanCase loanCase) {
        contracts
                .find(loanCase.id())
                .filter(one -> one.status() == ContractStatus.SIGNED)
                .ifPresent(this::sendOn);
    }

    /** Asks the platform first: a signature that we have not heard of yet counts too. */
    @Override
    public boolean letsGo(LoanCase loanCase) {
        ask(loanCase.id());
        return contracts.cancel(loanCase.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant later() {
        return now().plus(settings.lookEvery());
    }
}
