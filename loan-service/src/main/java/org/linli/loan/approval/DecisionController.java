package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions and their conditions, for staff (rule L-8). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}")
class DecisionController {
    private final Deciding deciding;
    private final Conditions conditions;
    private final ReadingDecisions decisions;
    private final DecisionViews views;
    private final RefusalProblems problems;
    private final Idempotency idempotency;

    DecisionController(
            Deciding deciding,
            Conditions conditions,
            ReadingDecisions decisions,
            DecisionViews views,
            RefusalProblems problems,
            Idempotency idempotency) {
        this.deciding = deciding;
        this.conditions = conditions;
        this.decisions = decisions;
        this.views = views;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    /**
     * Approves, declines or sends back, alone. 409 {@code wrong-stage}, {@code already-decided}, {@code
     * committee-in-session}; 422 {@code four-eyes-conflict}, {@code above-approval-limit}, {@code
     * higher-level-required}, {@code decided-before}, {@code terms-refused}, {@code inputs-missing}.
     */
    @Allowed({Permissions.CHAIR, Permissions.HEAD_OFFICE, Permissions.BRANCH})
    @PostMapping("/decision")
    DecisionView decide(
            @PathVariable String id,
            @Valid @RequestBody DecisionForm form,
            Caller caller,
            Locale locale,
            IdempotencyKey key) {
        Judgement judgement = form.judgement();
        return idempotency.once(
                key, form, DecisionView.class, () -> view(deciding.decide(id, judgement, caller, key.scope()), locale));
    }

    /** The latest round. */
    @Allowed("loan-decision.read")
    @GetMapping("/decision")
    DecisionView latest(@PathVariable String id, Caller caller, Locale locale) {
        List<Decision> rounds = decisions.of(id, caller);
        if (rounds.isEmpty()) {
            throw ProblemException.notFound();
        }
        return views.staff(rounds.get(rounds.size() - 1), locale);
    }

    /** All rounds, the first one first; at most {@link DecisionRegister#MOST_ROUNDS}. */
    @Allowed("loan-decision.read")
    @GetMapping("/decisions")
    Rounds all(@PathVariable String id, Caller caller, Locale locale) {
        return new Rounds(decisions.of(id, caller).stream()
                .map(decision -> views.staff(decision, locale))
                .toList());
    }

    /** Says with evidence that a condition is met. 409 {@code condition-settled}. */
    @Allowed("loan-condition.fulfil")
    @PostMapping("/conditions/{conditionId}/fulfilment")
    DecisionView fulfil(
            @PathVariable String id,
            @PathVariable String conditionId,
            @Valid @RequestBody Evidence form,
            Caller caller,
            Locale locale) {
        return view(conditions.fulfil(id, conditionId, form.text().strip(), caller), locale);
    }

    /** Lets go of a condition; only the deciding level. 422 {@code higher-level-required}. */
    @Allowed({Permissions.CHAIR, Permissions.HEAD_OFFICE, Permissions.BRANCH})
    @PostMapping("/conditions/{conditionId}/waiver")
    DecisionView waive(
            @PathVariable String id,
            @PathVariable String conditionId,
            @Valid @RequestBody Evidence form,
            Caller caller,
            Locale locale) {
        return view(conditions.waive(id, conditionId, form.text().strip(), caller), locale);
    }

    private DecisionView view(ApprovalOutcome outcome, Locale locale) {
        return views.staff(problems.done(outcome, locale), locale);
    }

    record Rounds(List<DecisionView> items) {}

    /** @param text what shows that a condition is fulfilled, or why it is waived */
    record Evidence(@NotBlank @Size(max = 500) String text) {
        /** Evidence may name people: it stays out of logs. */
        @Override
        public String toString() {
            return "Evidence[hidden]";
        }
    }
}
