package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.loan.staff.StaffDirectory;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asking the customer, naming who is responsible, taking back: what happens to a case beside its way (rule L-1). */
@Component
class CaseHandling {
    private static final String HANDLE = "loan-application.handle";

    private final ApplicationRegister register;
    private final StaffDirectory directory;
    private final StageClocks clocks;
    private final ObjectProvider<WithdrawalGuard> guards;
    private final Clock clock;

    CaseHandling(
            ApplicationRegister register,
            StageClocks clocks,
            ObjectProvider<WithdrawalGuard> guards,
            StaffDirectory directory,
            Clock clock) {
        this.directory = directory;
        this.register = register;
        this.clocks = clocks;
        this.guards = guards;
        this.clock = clock;
    }

    CaseAct ask(String id, String question, Caller staff) {
        return byStaff(
                id,
                staff,
                application -> mayAct(application, staff)
                        ? application.ask(question, staff.subject(), now())
                        : new CaseAct.Refused(CaseAct.Reason.NOT_RESPONSIBLE));
    }

    /** The customer's own answer. */
    CaseAct answer(String id, String answer, Caller owner) {
        return byOwner(id, owner, application -> application.answer(answer, now(), promises(application)));
    }

    /** The customer answered elsewhere, by telephone or at the counter. */
    CaseAct answeredElsewhere(String id, String answer, Caller staff) {
        return byStaff(id, staff, application -> application.answer(answer, now(), promises(application)));
    }

    /** Names somebody who is at work and may handle the case. */
    CaseAct assign(String id, String staffId, String name, Caller staff) {
        Optional<CaseAct> unfit = register.find(id)
                .map(application -> application.submission().organisationPath())
                .filter(staff::oversees)
                .flatMap(path -> directory.faultOf(staffId, HANDLE, path))
                .map(fault -> new CaseAct.Unfit(staffId, fault));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return byStaff(
                id, staff, application -> application.assign(new Assignee(staffId, name, staff.subject(), now())));
    }

    /** The caller makes the case their own. */
    CaseAct takeOver(String id, String name, Caller staff) {
        return byStaff(
                id,
                staff,
                application -> staff.has(application.responsible().role())
                        ? application.assign(new Assignee(staff.subject(), name, staff.subject(), now()))
                        : new CaseAct.Refused(CaseAct.Reason.NOT_RESPONSIBLE));
    }

    /** By the applicant, at any time before signing. */
    CaseAct withdraw(String id, Caller owner) {
        return byOwner(id, owner, application -> withdraw(application, owner, null));
    }

    /** By staff, on the applicant's request. */
    CaseAct withdrawOnRequest(String id, String reason, Caller staff) {
        return byStaff(id, staff, application -> withdraw(application, staff, reason));
    }

    /** The guards are asked last: their yes is one that they must keep. */
    private CaseAct withdraw(LoanApplication application, Caller by, @Nullable String reason) {
        return application.stage().leadsTo(Stage.WITHDRAWN) && !letsGo(application)
                ? new CaseAct.Refused(CaseAct.Reason.TOO_LATE_TO_WITHDRAW)
                : application.withdraw(by.subject(), reason, now(), promises(application));
    }

    private boolean letsGo(LoanApplication application) {
        LoanCase loanCase = LoanCase.of(application);
        return guards.stream().allMatch(guard -> guard.letsGo(loanCase));
    }

    /** Whoever is named, their deputy, or anybody responsible while nobody is named. */
    static boolean mayAct(LoanApplication application, Caller staff) {
        Optional<Assignee> named = application.assignee();
        return named.isEmpty()
                || named.get().staffId().equals(staff.subject())
                || staff.list("deputyFor").contains(named.get().staffId())
                || staff.may("loan-application.assign", application.submission().organisationPath());
    }

    private CaseAct byStaff(String id, Caller staff, Function<LoanApplication, CaseAct> act) {
        return register.act(
                id,
                application -> staff.oversees(application.submission().organisationPath())
                        ? act.apply(application)
                        : new CaseAct.NotFound());
    }

    private CaseAct byOwner(String id, Caller owner, Function<LoanApplication, CaseAct> act) {
        return register.act(
                id,
                application -> application.submission().isOf(owner.require("merchantId"))
                        ? act.apply(application)
                        : new CaseAct.NotFound());
    }

    private StagePromises promises(LoanApplication application) {
        return clocks.of(application.submission());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
