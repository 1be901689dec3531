package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Having a lapsed approval decided on anew (rule L-8). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}/decision")
class RenewalController {
    private final Renewals renewals;
    private final DecisionViews views;
    private final RefusalProblems problems;

    RenewalController(Renewals renewals, DecisionViews views, RefusalProblems problems) {
        this.renewals = renewals;
        this.views = views;
        this.problems = problems;
    }

    /**
     * Leads the case back to the approval. 409 {@code wrong-stage}, {@code renewal-asked}, {@code contract-signed}; 422
     * {@code approval-still-valid}, {@code four-eyes-conflict}.
     */
    @Allowed("loan-approval.renew")
    @PostMapping("/renewal")
    DecisionView renew(@PathVariable String id, @Valid @RequestBody Reason form, Caller caller, Locale locale) {
        ApprovalOutcome outcome = renewals.ask(id, form.reason().strip(), caller);
        return views.staff(problems.done(outcome, locale), locale);
    }

    record Reason(@NotBlank @Size(max = 200) String reason) {
        /** Free text may name people: it stays out of logs. */
        @Override
        public String toString() {
            return "Reason[hidden]";
        }
    }
}
