package org.linli.loan.bureau;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The credit report of a case, as facts, and the explanation of long arrears (rule L-7). */
@RestController
@RequestMapping("/api/v1")
class CreditReportController {
    private final CreditReports reports;
    private final CreditReveal reveal;
    private final LoanCases cases;
    private final MessageSource messages;

    CreditReportController(CreditReports reports, CreditReveal reveal, LoanCases cases, MessageSource messages) {
        this.reports = reports;
        this.reveal = reveal;
        this.cases = cases;
        this.messages = messages;
    }

    /** Asks for the report unless a new enough one is there. The answer says what came of it; waiting is no error. */
    @Allowed("credit-report.ask")
    @PostMapping("/admin/loan-applications/{id}/credit-report")
    CreditReportView ask(@PathVariable String id, Caller caller) {
        LoanCase found = cases.inScope(id, caller).orElseThrow(ProblemException::notFound);
        return CreditReportView.of(reports.ask(found), reports);
    }

    @Allowed("credit-report.read")
    @GetMapping("/admin/loan-applications/{id}/credit-report")
    CreditReportView one(@PathVariable String id, Caller caller) {
        return cases.inScope(id, caller)
                .flatMap(found -> reports.find(found.id()))
                .map(check -> CreditReportView.of(check, reports))
                .orElseThrow(ProblemException::notFound);
    }

    /** The whole report in the bureau's words, for a reason; on record first. */
    @Allowed("credit-report.reveal")
    @PostMapping("/admin/loan-applications/{id}/credit-report/reveal")
    ResponseEntity<Revealed> reveal(@PathVariable String id, @Valid @RequestBody Reason form, Caller caller) {
        Revealed shown = cases.inScope(id, caller)
                .flatMap(found -> reveal.reveal(found, form.reason().strip()))
                .map(report -> new Revealed(id, report))
                .orElseThrow(ProblemException::notFound);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
    }

    /**
     * The applicant's explanation of overdue months in a row, by the applicant or by staff for them. 409 {@code
     * nothing-to-explain}, 409 {@code explanation-decided}.
     */
    @Allowed({"loan-application.own", "credit-report.explain"})
    @PostMapping("/loan-applications/{id}/credit-explanations")
    Handed explain(@PathVariable String id, @Valid @RequestBody Form form, Caller caller, Locale locale) {
        LoanCase found =
                cases.ownedBy(id, caller).or(() -> cases.inScope(id, caller)).orElseThrow(ProblemException::notFound);
        done(reports.explain(found, form.text().strip(), caller), locale);
        return new Handed(Explanation.State.GIVEN.name());
    }

    /** A second person accepts it or not. 422 {@code four-eyes-conflict}, 409 {@code explanation-decided}. */
    @Allowed("credit-report.accept")
    @PostMapping("/admin/loan-applications/{id}/credit-explanations/decision")
    CreditReportView decide(
            @PathVariable String id, @Valid @RequestBody Decision decision, Caller caller, Locale locale) {
        LoanCase found = cases.inScope(id, caller).orElseThrow(ProblemException::notFound);
        ExplanationOutcome outcome =
                reports.decide(found, decision.accepted(), decision.reason().strip(), caller);
        return CreditReportView.of(done(outcome, locale), reports);
    }

    private CreditCheck done(ExplanationOutcome outcome, Locale locale) {
        return outcome.answer(new Refusals(messages, locale));
    }

    private record Refusals(MessageSource messages, Locale locale) implements ExplanationOutcome.Cases<CreditCheck> {
        @Override
        public CreditCheck done(CreditCheck check) {
            return check;
        }

        @Override
        public CreditCheck nothingToExplain() {
            throw ProblemException.conflict("nothing-to-explain");
        }

        @Override
        public CreditCheck decidedBefore() {
            throw ProblemException.conflict("explanation-decided");
        }

        @Override
        public CreditCheck fourEyesConflict(FourEyes.Reason reason) {
            String code = reason.code();
            String detail = messages.getMessage("four-eyes." + code, null, code, locale);
            throw ProblemException.refused(
                    "four-eyes-conflict", List.of(new FieldProblem(null, code, detail == null ? code : detail, "P-2")));
        }
    }

    record Handed(String state) {}

    record Reason(@NotBlank @Size(max = 300) String reason) {}

    record Revealed(String applicationId, String report) {
        @Override
        public String toString() {
            return "Revealed[" + applicationId + "]";
        }
    }

    record Form(@NotBlank @Size(max = 1_000) String text) {
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    record Decision(
            @NotNull Boolean accepted,
            @NotBlank @Size(max = 500) String reason) {}
}
