package org.linli.loan.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.merchant.MerchantFacts;
import org.linli.loan.merchant.Shop;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Lets an investigator begin: the side is given to them in the round, they are remembered in the case, and only then is
 * the report there. Every step may be repeated, so that a crash between two is healed by the next request.
 */
@Component
class Opening {
    private final LoanCases cases;
    private final Rounds rounds;
    private final MerchantFacts merchants;
    private final Sealing sealing;

    Opening(LoanCases cases, Rounds rounds, MerchantFacts merchants, Sealing sealing) {
        this.cases = cases;
        this.rounds = rounds;
        this.merchants = merchants;
        this.sealing = sealing;
    }

    /** A report that the caller may write on, with its round. */
    record Opened(Round round, Report report) {}

    Act<Opened> open(String caseId, Side side, Caller caller, Instant at) {
        Optional<LoanCase> found = cases.inScope(caseId, caller);
        if (found.isEmpty()) {
            return Act.refused(Refusal.NOT_FOUND);
        }
        LoanCase loanCase = found.get();
        if (!side.isOpenTo(caller, loanCase.organisationPath())) {
            return Act.refused(Refusal.NOT_YOUR_SIDE);
        }
        List<Round> all = rounds.of(caseId);
        Optional<Round> current = Rounds.current(loanCase, all);
        if (loanCase.stage() != Stage.INVESTIGATION) {
            return Act.refused(isIn(all, side) ? Refusal.REPORT_SUBMITTED : Refusal.NOT_UNDER_INVESTIGATION);
        }
        if (current.isPresent() && isTheirs(current.get(), side, caller)) {
            Optional<Report> report = rounds.report(current.get(), side).filter(one -> one.isBy(caller.subject()));
            if (report.isPresent()) {
                return new Act.Done<>(new Opened(current.get(), report.get()));
            }
        }
        return begin(loanCase, side, caller, all, at);
    }

    private boolean isIn(List<Round> all, Side side) {
        return !all.isEmpty()
                && rounds.report(all.get(all.size() - 1), side)
                        .filter(Report::isSubmitted)
                        .isPresent();
    }

    private static boolean isTheirs(Round round, Side side, Caller caller) {
        return caller.subject().equals(round.investigator(side));
    }

    private Act<Opened> begin(LoanCase loanCase, Side side, Caller caller, List<Round> all, Instant at) {
        FourEyes.Case people = new FourEyes.Case(loanCase.people().owners(), Set.of(), Set.of(), loanCase.merchantId());
        if (FourEyes.judge(people, FourEyes.Decider.of(caller)) instanceof FourEyes.Conflict) {
            return Act.refused(Refusal.OWN_OR_RELATED_CASE);
        }
        Optional<Round> current = Rounds.current(loanCase, all);
        if (current.isEmpty() && all.size() == Round.MOST) {
            return Act.refused(Refusal.TOO_MANY_ROUNDS);
        }
        Round round = current.orElseGet(() -> newRound(loanCase, all.size() + 1));
        List<Round> earlier =
                all.stream().filter(one -> one.number() < round.number()).toList();
        Optional<Refusal> refusal = rounds.change(
                round.id(),
                fresh -> fresh.assign(side, caller.subject(), caller.list("deputyFor"), earlier),
                Optional::isEmpty);
        if (refusal.isPresent()) {
            return Act.refused(refusal.get());
        }
        if (!(cases.addInvestigator(loanCase.id(), caller.subject()) instanceof CaseMove.Moved)) {
            return Act.refused(Refusal.NOT_UNDER_INVESTIGATION);
        }
        return handed(round, newReport(round, side, caller.subject(), earlier, at), caller.subject());
    }

    /** A draft that was there before is its new writer's now. */
    private Act<Opened> handed(Round round, Report report, String subject) {
        if (report.isBy(subject)) {
            return new Act.Done<>(new Opened(round, report));
        }
        Optional<Refusal> refusal = rounds.changeReport(report.id(), fresh -> fresh.handTo(subject));
        return refusal.isPresent()
                ? Act.refused(refusal.get())
                : new Act.Done<>(new Opened(round, rounds.report(report.id()).orElseThrow()));
    }

    private Round newRound(LoanCase loanCase, int number) {
        Shop shop = merchants
                .shop(loanCase.merchantId())
                .orElseThrow(() -> new IllegalStateException("no merchant of case " + loanCase.id()));
        return rounds.open(Round.opened(
                loanCase.id(),
                number,
                loanCase.organisationPath(),
                loanCase.stageEnteredAt(),
                shop.category(),
                shop.point()));
    }

    private Report newReport(Round round, Side side, String investigator, List<Round> earlier, Instant at) {
        List<Photo> seen = earlier.isEmpty()
                ? List.of()
                : rounds.report(earlier.get(earlier.size() - 1), side)
                        .map(Report::photos)
                        .orElse(List.of());
        String id = Report.id(round.id(), side);
        return rounds.open(Report.opened(round, side, investigator, sealing.write(id, ReportContent.EMPTY), seen, at));
    }
}
