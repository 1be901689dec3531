package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Limits of single persons (rule L-8): one proposes, another confirms (rule P-2). */
@RestController
@RequestMapping("/api/v1/admin/delegation-limits/{staffId}")
class DelegationLimitController {
    private static final String PATH = "(/[A-Za-z0-9-]{1,40}){1,8}/";

    private final DelegationLimits limits;
    private final RefusalProblems problems;

    DelegationLimitController(DelegationLimits limits, RefusalProblems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Allowed("delegation-limit.read")
    @GetMapping
    LimitView one(
            @PathVariable String staffId,
            @RequestParam @Pattern(regexp = PATH) String organisationPath,
            Caller caller) {
        return limits.find(staffId, organisationPath, caller)
                .map(LimitView::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** Proposes. 422 {@code limit-needs-end} above the band without an end, {@code four-eyes-conflict} for oneself. */
    @Allowed("delegation-limit.manage")
    @PutMapping
    LimitView propose(
            @PathVariable @Pattern(regexp = "[A-Za-z0-9_.:-]{1,80}") String staffId,
            @Valid @RequestBody LimitForm form,
            Caller caller,
            Locale locale) {
        LimitOutcome outcome = limits.propose(staffId, form.organisationPath(), form.wish(), caller);
        return outcome.answer(new Answers(problems, locale));
    }

    /** Puts the proposal in force. 409 {@code nothing-proposed}, 422 {@code four-eyes-conflict}. */
    @Allowed("delegation-limit.manage")
    @PostMapping("/confirmation")
    LimitView confirm(
            @PathVariable String staffId, @Valid @RequestBody Confirmation form, Caller caller, Locale locale) {
        LimitOutcome outcome = limits.confirm(staffId, form.organisationPath(), form.amountFen(), caller);
        return outcome.answer(new Answers(problems, locale));
    }

    /** @param until the last day; only a limit within the band may be without */
    record LimitForm(
            @NotNull @Pattern(regexp = PATH) String organisationPath,
            @NotNull @Pattern(regexp = "BRANCH|HEAD_OFFICE") String level,
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long amountFen,
            @Nullable LocalDate until,
            @NotBlank @Size(max = 300) String reason) {
        DelegationLimits.Wish wish() {
            return new DelegationLimits.Wish(Level.valueOf(level), amountFen, until, reason.strip());
        }
    }

    /** @param amountFen of the proposal that is confirmed */
    record Confirmation(
            @NotNull @Pattern(regexp = PATH) String organisationPath,
            @NotNull Long amountFen) {}

    record LimitView(
            String staffId,
            String organisationPath,
            @Nullable GrantView inForce,
            @Nullable GrantView proposed) {
        static LimitView of(DelegationLimit limit) {
            return new LimitView(
                    limit.subject(),
                    limit.organisationPath(),
                    limit.inForce().map(GrantView::of).orElse(null),
                    limit.proposed().map(GrantView::of).orElse(null));
        }
    }

    record GrantView(
            Level level,
            long amountFen,
            @Nullable LocalDate until,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {
        static GrantView of(DelegationLimit.Grant grant) {
            return new GrantView(
                    grant.level(),
                    grant.amountFen(),
                    grant.until(),
                    grant.reason(),
                    grant.proposedBy(),
                    grant.proposedAt(),
                    grant.confirmedBy(),
                    grant.confirmedAt());
        }
    }

    private record Answers(RefusalProblems problems, Locale locale) implements LimitOutcome.Cases<LimitView> {
        @Override
        public LimitView done(DelegationLimit limit) {
            return LimitView.of(limit);
        }

        @Override
        public LimitView notFound() {
            throw ProblemException.notFound();
        }

        @Override
        public LimitView nothingProposed() {
            throw ProblemException.conflict("nothing-proposed");
        }

        @Override
        public LimitView needsAnEnd(int days) {
            throw ProblemException.refused("limit-needs-end", String.valueOf(days));
        }

        @Override
        public LimitView fourEyesConflict(FourEyes.Reason reason) {
            throw problems.fourEyes(reason.code(), locale);
        }
    }
}
