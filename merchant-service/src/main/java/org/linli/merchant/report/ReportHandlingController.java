package org.linli.merchant.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The branch's queue of problems. */
@RestController
@RequestMapping("/api/v1/admin/reports")
class ReportHandlingController {
    private final Handling handling;
    private final ReportAnswers answers;

    ReportHandlingController(Handling handling, ReportAnswers answers) {
        this.handling = handling;
        this.answers = answers;
    }

    @Allowed("report.read")
    @GetMapping
    Page<ReportAnswers.Answer> queue(
            @RequestParam(defaultValue = "OPEN") ReportStatus status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Report> found = handling.queue(caller, status, cursor == null ? null : cursor.text(0), size + 1);
        List<Report> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(ReportAnswers.Answer::of).toList(), next);
    }

    /** Somebody looks into it from now on. */
    @Allowed("report.handle")
    @PostMapping("/{id}/acceptance")
    ReportAnswers.Answer accept(@PathVariable String id, Caller caller, Locale locale) {
        return answers.answer(handling.accept(caller, id), locale);
    }

    @Allowed("report.handle")
    @PostMapping("/{id}/resolution")
    ReportAnswers.Answer resolve(
            @PathVariable String id, @RequestBody @Valid AnswerForm form, Caller caller, Locale locale) {
        return answers.answer(handling.resolve(caller, id, form.answer.strip()), locale);
    }

    @Allowed("report.handle")
    @PostMapping("/{id}/dismissal")
    ReportAnswers.Answer dismiss(
            @PathVariable String id, @RequestBody @Valid AnswerForm form, Caller caller, Locale locale) {
        return answers.answer(handling.dismiss(caller, id, form.answer.strip()), locale);
    }

    /** @param answer what the reporter reads */
    record AnswerForm(@NotBlank @Size(max = 300) String answer) {}
}
