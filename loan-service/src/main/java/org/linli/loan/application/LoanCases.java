package org.linli.loan.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/**
 * The cases for the features that work on them: investigation, decision, contract, disbursement. Whoever moves a case
 * has stored his own result before; a repeated move is answered like the first, so that a repetition after a crash
 * between the two finishes what was begun.
 */
@Component
public class LoanCases {
    private final ApplicationRegister register;
    private final StagePromises promises;
    private final Clock clock;

    LoanCases(ApplicationRegister register, ApplicationSettings settings, Clock clock) {
        this.register = register;
        this.promises = settings.promises();
        this.clock = clock;
    }

    /** The case, whoever asks: for work without a caller. */
    public Optional<LoanCase> find(String id) {
        return register.find(id).map(LoanCase::of);
    }

    /** Everything a merchant has applied for, newest first, whoever asks. */
    public List<LoanCase> ofMerchant(String merchantId) {
        return register.allOf(merchantId).stream().map(LoanCase::of).toList();
    }

    /** The case, if it lies in the caller's data scope (rule P-1). */
    public Optional<LoanCase> inScope(String id, Caller caller) {
        return find(id).filter(found -> caller.oversees(found.organisationPath()));
    }

    /** The case, if the caller is the owner of the merchant that applied. */
    public Optional<LoanCase> ownedBy(String id, Caller caller) {
        String merchantId = caller.attribute("merchantId");
        return find(id).filter(
                        found -> caller.has("OWNER") && found.merchantId().equals(merchantId));
    }

    /**
     * Moves the case to {@code target}. The caller of this method has checked who may and why.
     *
     * @param by the subject of whoever caused it, or {@code system:...}
     */
    public CaseMove move(String id, Stage target, String by) {
        return outcome(register.change(
                id,
                application -> application.move(target, by, clock.instant().truncatedTo(ChronoUnit.MILLIS), promises)));
    }

    /** Remembers that someone looks into the case; may be repeated. Only while the case is investigated. */
    public CaseMove addInvestigator(String id, String subject) {
        return outcome(register.change(id, application -> application.investigatedBy(subject)));
    }

    private static CaseMove outcome(StageOutcome outcome) {
        return outcome.answer(new StageOutcome.Cases<>() {
            @Override
            public CaseMove entered(LoanApplication application) {
                return new CaseMove.Moved(LoanCase.of(application));
            }

            @Override
            public CaseMove illegalStage(Stage current, Stage wanted) {
                return new CaseMove.NoWay(current, wanted);
            }

            @Override
            public CaseMove fourEyesConflict(FourEyes.Reason reason) {
                throw new IllegalStateException("a move does not ask for four eyes: " + reason);
            }

            @Override
            public CaseMove notFound() {
                return new CaseMove.Absent();
            }
        });
    }
}
