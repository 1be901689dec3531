package org.linli.loan.investigation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.investigation.RoundAnswers.Checks;
import org.linli.loan.investigation.Viewing.Overview;
import org.linli.loan.investigation.Viewing.Seen;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What both sides found together (rules L-4, L-6), once both are in. */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}")
class RoundController {
    private final Viewing viewing;
    private final Completing completing;
    private final LoanCases cases;
    private final InvestigationSettings settings;
    private final Refusals refusals;

    RoundController(
            Viewing viewing,
            Completing completing,
            LoanCases cases,
            InvestigationSettings settings,
            Refusals refusals) {
        this.viewing = viewing;
        this.completing = completing;
        this.cases = cases;
        this.settings = settings;
        this.refusals = refusals;
    }

    @Allowed("investigation.read")
    @GetMapping("/investigations")
    RoundAnswers.Overview rounds(@PathVariable String id, Caller caller, Locale locale) {
        Overview overview = viewing.overview(id, caller).orElseThrow(ProblemException::notFound);
        return new RoundAnswers.Overview(
                overview.rounds().stream().map(RoundAnswers.One::of).toList(),
                settings.questions().list().stream()
                        .map(question -> RoundAnswers.AskedQuestion.of(question, locale))
                        .toList());
    }

    /** Of the latest round: stored ones, or a preview of the caller's own draft. */
    @Allowed("investigation.read")
    @GetMapping("/cross-checks")
    Checks checks(@PathVariable String id, Caller caller) {
        Overview overview = viewing.overview(id, caller).orElseThrow(ProblemException::notFound);
        return checks(overview, caller);
    }

    /** Asks every source again while something is unexplained: one may have been away. */
    @Allowed({"investigation.assess", "investigation.investigate"})
    @PostMapping("/cross-checks")
    Checks recheck(@PathVariable String id, Caller caller, Locale locale) {
        return act(id, caller, locale, loanCase -> completing.recheck(loanCase, caller.subject()));
    }

    /** Why a check did not pass, by one of the investigators; with the last one the case goes on. */
    @Allowed({"investigation.assess", "investigation.investigate"})
    @PutMapping("/cross-checks/{check}/reason")
    Checks explain(
            @PathVariable String id,
            @PathVariable String check,
            @RequestBody @Valid ReasonForm form,
            Caller caller,
            Locale locale) {
        return act(id, caller, locale, one -> completing.explain(one, check, form.reason(), caller.subject()));
    }

    record ReasonForm(@NotBlank @Size(min = 5, max = 1_000) String reason) {
        /** It may name people. */
        @Override
        public String toString() {
            return "ReasonForm[hidden]";
        }
    }

    private Checks act(String id, Caller caller, Locale locale, Function<LoanCase, Optional<Refusal>> act) {
        LoanCase loanCase = cases.inScope(id, caller).orElseThrow(ProblemException::notFound);
        act.apply(loanCase).ifPresent(refusal -> {
            throw refusals.problem(refusal, List.of(), locale);
        });
        return checks(viewing.overview(id, caller).orElseThrow(ProblemException::notFound), caller);
    }

    private Checks checks(Overview overview, Caller caller) {
        if (overview.rounds().isEmpty()) {
            return Checks.WAITING;
        }
        Seen latest = overview.rounds().get(overview.rounds().size() - 1);
        Outcome outcome = latest.outcome();
        return outcome != null
                ? Checks.stored(outcome)
                : viewing.preview(overview.loanCase(), latest, caller)
                        .map(Checks::preview)
                        .orElse(Checks.WAITING);
    }
}
