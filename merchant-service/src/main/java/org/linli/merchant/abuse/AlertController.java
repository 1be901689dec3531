package org.linli.merchant.abuse;

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

/** The branch's alerts about coupons (rule M-8). */
@RestController
@RequestMapping("/api/v1/admin/alerts")
class AlertController {
    private final AlertHandling handling;
    private final AlertAnswers answers;

    AlertController(AlertHandling handling, AlertAnswers answers) {
        this.handling = handling;
        this.answers = answers;
    }

    @Allowed("alert.read")
    @GetMapping
    Page<AlertAnswers.Answer> queue(
            @RequestParam(defaultValue = "OPEN") Alert.Status status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Locale locale) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Alert> found = handling.queue(caller, status, cursor == null ? null : cursor.text(0), size + 1);
        List<Alert> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(alert -> answers.of(alert, locale)).toList(), next);
    }

    /** Somebody looks into it from now on. */
    @Allowed("alert.handle")
    @PostMapping("/{id}/acknowledgement")
    AlertAnswers.Answer acknowledge(@PathVariable String id, Caller caller, Locale locale) {
        return answers.of(handling.acknowledge(caller, id), locale);
    }

    @Allowed("alert.handle")
    @PostMapping("/{id}/dismissal")
    AlertAnswers.Answer dismiss(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answers.of(handling.dismiss(caller, id, form.reason.strip()), locale);
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}
}
