package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The applicant's side of the decision. */
@RestController
@RequestMapping("/api/v1/loan-applications/{id}")
class ApplicantDecisionController {
    private final ReadingDecisions decisions;
    private final Appeals appeals;
    private final DecisionViews views;
    private final RefusalProblems problems;

    ApplicantDecisionController(
            ReadingDecisions decisions, Appeals appeals, DecisionViews views, RefusalProblems problems) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.views = views;
        this.problems = problems;
    }

    /** What was decided, in words for the applicant; 404 as long as nothing is. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping("/decision")
    ApplicantDecision decision(@PathVariable String id, Caller caller, Locale locale) {
        return decisions
                .told(id, caller)
                .map(told -> views.applicant(told.decision(), told.mayAppeal(), locale))
                .orElseThrow(ProblemException::notFound);
    }

    /** Objects to a refusal, once: 409 {@code appeal-filed}, {@code wrong-stage}; 422 {@code appeal-too-late}. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping("/appeal")
    ApplicantDecision appeal(
            @PathVariable String id, @Valid @RequestBody AppealForm form, Caller caller, Locale locale) {
        Decision appealed = problems.done(appeals.file(id, form.reasons().strip(), caller), locale);
        return views.applicant(appealed, false, locale);
    }

    record AppealForm(@NotBlank @Size(max = 1000) String reasons) {
        /** The applicant's words stay out of logs. */
        @Override
        public String toString() {
            return "AppealForm[hidden]";
        }
    }
}
