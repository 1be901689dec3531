package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.linli.loan.calendar.kernel.WorkingHours;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The cases for the features that work on them: investigation, decision, contract, disbursement. Whoever moves a case
 * has stored his own result before; a repeated move is answered like the first, so that a repetition after a crash
 * between the two finishes what was begun.
 */
@Component
public class LoanCases {
    private static final int PAGE = 500;

    private final ApplicationRegister register;
    private final StageClocks clocks;
    private final ObjectProvider<WithdrawalGuard> guards;
    private final ObjectProvider<DecidingRoles> deciders;
    private final Clock clock;

    /** @param guards, deciders asked for when needed: they depend on the cases themselves */
    LoanCases(
            ApplicationRegister register,
            StageClocks clocks,
            ObjectProvider<WithdrawalGuard> guards,
            ObjectProvider<DecidingRoles> deciders,
            Clock clock) {
        this.register = register;
        this.clocks = clocks;
        this.guards = guards;
        this.deciders = deciders;
        this.clock = clock;
    }

    /** Whether nobody says that it is too late to take the case back. */
    boolean mayBeWithdrawn(LoanCase loanCase) {
        return guards.stream().allMatch(guard -> guard.letsGo(loanCase));
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
        Optional<LoanCase> found = target == Stage.WITHDRAWN ? find(id) : Optional.empty();
        if (found.isPresent() && !mayBeWithdrawn(found.get())) {
            return new CaseMove.NoWay(found.get().stage(), target);
        }
        return step(id, target, (one, at) -> one.move(target, by, at, clocks.of(one.submission())));
    }

    /**
     * Leads the case back, if it is in {@code from}; being back already is answered the same. The caller of this method
     * has checked who may and why, and has stored what makes the step right.
     */
    public CaseMove sendBack(String id, Stage from, Stage target, WayBack why) {
        return step(id, target, (one, at) -> one.sendBack(from, target, why, at, clocks.of(one.submission())));
    }

    private CaseMove step(String id, Stage target, BiFunction<LoanApplication, Instant, StageOutcome> step) {
        Optional<DecidingRole> decides = target == Stage.APPROVAL ? find(id).flatMap(this::decides) : Optional.empty();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return outcome(register.change(id, application -> {
            if (application.stage() != target) {
                decides.ifPresent(application.handling()::decidedBy);
            }
            return step.apply(application, now);
        }));
    }

    private Optional<DecidingRole> decides(LoanCase loanCase) {
        return Optional.ofNullable(deciders.getIfAvailable()).map(known -> known.of(loanCase));
    }

    /**
     * Everything submitted in [from, until) at and below these nodes of the tree (rule P-1), one after the other.
     *
     * @param scope the nodes that the caller oversees
     */
    public void histories(List<String> scope, Instant from, Instant until, Consumer<CaseHistory> each) {
        String after = "";
        List<LoanApplication> page;
        do {
            page = scope.isEmpty() ? List.of() : register.submitted(scope, from, until, after, PAGE);
            for (LoanApplication application : page) {
                each.accept(CaseHistory.of(application));
                after = application.id();
            }
        } while (page.size() == PAGE);
    }

    /** The bank's working hours by the calendar as it is known now. */
    public WorkingHours workingHours() {
        return clocks.hours();
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
            public CaseMove notResponsible() {
                throw new IllegalStateException("a move does not ask who is named");
            }

            @Override
            public CaseMove notFound() {
                return new CaseMove.Absent();
            }
        });
    }
}
