package org.linli.merchant.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Problems of the person who asks. */
@RestController
@RequestMapping("/api/v1/me/reports")
class ReportController {
    private final Reporting reporting;
    private final ReportAnswers answers;
    private final Idempotency idempotency;

    ReportController(Reporting reporting, ReportAnswers answers, Idempotency idempotency) {
        this.reporting = reporting;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    @Allowed("report.file")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReportAnswers.Answer file(@RequestBody @Valid ReportForm form, Caller caller, IdempotencyKey key, Locale locale) {
        return idempotency.once(
                key,
                form,
                ReportAnswers.Answer.class,
                () -> answers.answer(
                        reporting.file(
                                caller.subject(),
                                form.about,
                                form.targetId.strip(),
                                form.problem,
                                form.text.strip(),
                                key.scope()),
                        locale));
    }

    /** The latest first. */
    @Allowed("report.file")
    @GetMapping
    Page<ReportAnswers.Answer> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Report> found = reporting.of(caller.subject(), cursor == null ? null : cursor.text(0), size + 1);
        List<Report> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(ReportAnswers.Answer::of).toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    record ReportForm(
            @NotNull Subject.Kind about,
            @NotBlank @Size(max = 80) String targetId,
            @NotNull Problem problem,
            @NotBlank @Size(max = 500) String text) {
        @Override
        public String toString() {
            return "ReportForm[" + about + ", " + problem + "]";
        }
    }
}
