package org.linli.loan.whatif;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs over all cases of the bank: for whoever may see all of them (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/loan-what-ifs")
class WhatIfController {
    private static final String EVERYTHING = "/hq/";

    private final WhatIfs whatIfs;
    private final Changes changes;

    WhatIfController(WhatIfs whatIfs, Changes changes) {
        this.whatIfs = whatIfs;
        this.changes = changes;
    }

    /**
     * Starts a run. 400 for an unknown source, 404 for an unknown version, 409 {@code what-if-running}, 422 {@code
     * what-if-too-large}.
     */
    @Allowed("loan-policy.what-if")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    WhatIfView start(@Valid @RequestBody Form form, Caller caller) {
        requireWholeBank(caller);
        return WhatIfView.of(whatIfs.start(form.source(), form.candidate(), form.baseline(), caller)
                .answer(new StartRefusals()));
    }

    @Allowed("loan-policy.what-if")
    @GetMapping
    All latest(Caller caller) {
        requireWholeBank(caller);
        return new All(whatIfs.latest().stream().map(WhatIfView::of).toList());
    }

    /** How far it is and what it has counted. */
    @Allowed("loan-policy.what-if")
    @GetMapping("/{id}")
    WhatIfView one(@PathVariable String id, Caller caller) {
        requireWholeBank(caller);
        return whatIfs.find(id).map(WhatIfView::of).orElseThrow(ProblemException::notFound);
    }

    @Allowed("loan-policy.what-if")
    @PostMapping("/{id}/cancellation")
    WhatIfView cancel(@PathVariable String id, Caller caller) {
        requireWholeBank(caller);
        return whatIfs.cancel(id).map(WhatIfView::of).orElseThrow(ProblemException::notFound);
    }

    /** A cancelled or failed run goes on where it stopped. */
    @Allowed("loan-policy.what-if")
    @PostMapping("/{id}/resumption")
    WhatIfView resume(@PathVariable String id, Caller caller) {
        requireWholeBank(caller);
        return whatIfs.resume(id).map(WhatIfView::of).orElseThrow(ProblemException::notFound);
    }

    /** Who would change, by case id. */
    @Allowed("loan-policy.what-if")
    @GetMapping("/{id}/changes")
    Page<Change> changes(
            @PathVariable String id,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        requireWholeBank(caller);
        Cursor cursor = Cursor.parse(after, 1);
        List<Change> found = changes.page(id, cursor == null ? null : cursor.text(0), size + 1);
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, size), Cursor.of(found.get(size - 1).caseId()));
    }

    /** The whole list to take along. */
    @Allowed("loan-policy.what-if")
    @GetMapping("/{id}/changes.csv")
    ResponseEntity<String> csv(@PathVariable String id, Caller caller) {
        requireWholeBank(caller);
        WhatIfRun run = whatIfs.find(id).orElseThrow(ProblemException::notFound);
        try (Stream<Change> all = changes.all(run.id())) {
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .header("Content-Disposition", "attachment; filename=what-if.csv")
                    .body(WhatIfView.csv(all));
        }
    }

    private static void requireWholeBank(Caller caller) {
        if (!caller.oversees(EVERYTHING)) {
            throw ProblemException.forbidden();
        }
    }

    record All(List<WhatIfView> items) {}

    /** @param baseline the version to compare with; the one in force when left out */
    record Form(
            @NotBlank @Size(max = 40) String source,
            @NotNull @Min(1) @Max(1_000) Integer candidate,
            @Nullable @Min(1) @Max(1_000) Integer baseline) {}
}
