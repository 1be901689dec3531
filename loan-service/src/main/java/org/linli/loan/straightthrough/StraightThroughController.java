package org.linli.loan.straightthrough;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The straight-through path over HTTP (rule L-10). */
@RestController
@RequestMapping("/api/v1/admin")
class StraightThroughController {
    private final StraightThrough path;
    private final LoanCases cases;
    private final MessageSource messages;

    StraightThroughController(StraightThrough path, LoanCases cases, MessageSource messages) {
        this.path = path;
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * Tries the case; a referred one goes on to the investigation. Repeated, it answers what was decided. 422 {@code
     * four-eyes-conflict}, 409 {@code not-straight-through} for a case that went the normal way already.
     */
    @Allowed("straight-through.start")
    @PostMapping("/loan-applications/{id}/straight-through")
    View start(@PathVariable String id, Caller caller, Locale locale) {
        LoanCase found = cases.inScope(id, caller).orElseThrow(ProblemException::notFound);
        requireFree(found, caller, locale);
        return path.start(found, caller.subject())
                .map(decision -> view(decision, locale))
                .orElseThrow(() -> ProblemException.conflict("not-straight-through"));
    }

    @Allowed("loan-policy.trace")
    @GetMapping("/loan-applications/{id}/straight-through")
    View one(@PathVariable String id, Caller caller, Locale locale) {
        return cases.inScope(id, caller)
                .flatMap(found -> path.of(found.id()))
                .map(decision -> view(decision, locale))
                .orElseThrow(ProblemException::notFound);
    }

    /** How much of a business day's cap is used. */
    @Allowed("loan-policy.read")
    @GetMapping("/straight-through-days/{day}")
    DailyCap.Used day(@PathVariable LocalDate day) {
        return path.usedOn(day);
    }

    private void requireFree(LoanCase found, Caller caller, Locale locale) {
        if (FourEyes.judge(found.people(), FourEyes.Decider.of(caller)) instanceof FourEyes.Conflict conflict) {
            String code = conflict.reason().code();
            throw ProblemException.refused(
                    "four-eyes-conflict",
                    List.of(new FieldProblem(null, code, text("four-eyes." + code, locale), "P-2")));
        }
    }

    private View view(ShortDecision decision, Locale locale) {
        String reason = decision.reason();
        return new View(
                decision.caseId(),
                decision.outcome(),
                reason,
                reason == null ? null : text("straight-through." + reason, locale),
                decision.at(),
                decision.assessment(),
                decision.policyVersion(),
                decision.amountFen(),
                decision.termMonths(),
                decision.annualRatePercent() == null
                        ? null
                        : decision.annualRatePercent().toPlainString());
    }

    private String text(String key, Locale locale) {
        String text = messages.getMessage(key, null, key, locale);
        return text == null ? key : text;
    }

    /** The trace is under {@code assessments/latest}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String applicationId,
            String outcome,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Instant at,
            @Nullable Integer assessment,
            @Nullable Integer policyVersion,
            @Nullable Long amountFen,
            @Nullable Integer termMonths,
            @Nullable String annualRatePercent) {}
}
