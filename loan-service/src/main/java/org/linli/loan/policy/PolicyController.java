package org.linli.loan.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Versions of the policy values; the whole bank has one set. */
@RestController
@RequestMapping("/api/v1/admin/loan-policies")
class PolicyController {
    private final Policies policies;
    private final PolicyTexts texts;

    PolicyController(Policies policies, PolicyTexts texts) {
        this.policies = policies;
        this.texts = texts;
    }

    /** Newest first, without their values, and the number of the one in force today. */
    @Allowed("loan-policy.read")
    @GetMapping
    All all() {
        return new All(
                policies.inForce(policies.today()).number(),
                policies.all().stream().map(Summary::of).toList());
    }

    @Allowed("loan-policy.read")
    @GetMapping("/{number}")
    Full one(@PathVariable @Min(1) @Max(1_000) int number) {
        Policies.Numbered found = policies.numbered(number).orElseThrow(ProblemException::notFound);
        return new Full(number, policies.find(number).map(Summary::of).orElse(null), StoredForm.tree(found.values()));
    }

    /** Prepares a version; it has no effect until somebody else accepts it. 400 naming what is wrong in the values. */
    @Allowed("loan-policy.prepare")
    @PostMapping
    ResponseEntity<Summary> prepare(@Valid @RequestBody Form form, Caller caller) {
        PolicyVersion version =
                policies.prepare(StoredForm.written(form.values()), form.note().strip(), caller);
        return ResponseEntity.created(URI.create("/api/v1/admin/loan-policies/" + version.number()))
                .body(Summary.of(version));
    }

    /**
     * A second person's word (rule P-2). 422 {@code four-eyes-conflict} for whoever prepared it, 409 {@code
     * policy-reviewed} the second time, 422 {@code policy-in-the-past}.
     */
    @Allowed("loan-policy.review")
    @PostMapping("/{number}/review")
    Summary review(
            @PathVariable @Min(1) @Max(1_000) int number,
            @Valid @RequestBody ReviewForm form,
            Caller caller,
            Locale locale) {
        PolicyReview review = policies.review(
                number, form.accepted(), form.effectiveFrom(), form.reason().strip(), caller);
        return Summary.of(texts.versionOf(review, locale));
    }

    /** @param values see {@code GET /api/v1/admin/loan-policies/1} for the shape */
    record Form(
            @NotNull JsonNode values,
            @NotBlank @Size(max = 500) String note) {}

    /** @param effectiveFrom the first day; today when left out */
    record ReviewForm(
            @NotNull Boolean accepted,
            @Nullable LocalDate effectiveFrom,
            @NotBlank @Size(max = 500) String reason) {}

    record All(int inForce, List<Summary> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(int number, @Nullable Summary version, JsonNode values) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(
            int number,
            String state,
            String note,
            String preparedBy,
            Instant preparedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String reviewNote,
            @Nullable LocalDate effectiveFrom) {
        static Summary of(PolicyVersion version) {
            return new Summary(
                    version.number(),
                    version.state().name(),
                    version.note(),
                    version.preparedBy(),
                    version.preparedAt(),
                    version.reviewedBy(),
                    version.reviewedAt(),
                    version.reviewNote(),
                    version.effectiveFrom());
        }
    }
}
