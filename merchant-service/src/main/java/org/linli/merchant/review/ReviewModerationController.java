package org.linli.merchant.review;

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

/** The branch's queue of reviews. */
@RestController
@RequestMapping("/api/v1/admin/reviews")
class ReviewModerationController {
    private final Moderation moderation;
    private final ReviewAnswers answers;

    ReviewModerationController(Moderation moderation, ReviewAnswers answers) {
        this.moderation = moderation;
        this.answers = answers;
    }

    /** @param sensitive only those with words that need a look */
    @Allowed("review.read")
    @GetMapping
    Page<ReviewAnswers.Moderated> queue(
            @RequestParam(defaultValue = "PENDING") ReviewStatus status,
            @RequestParam(defaultValue = "false") boolean sensitive,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Review> found =
                moderation.queue(caller, status, sensitive, cursor == null ? null : cursor.text(0), size + 1);
        List<Review> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(ReviewAnswers.Moderated::of).toList(), next);
    }

    @Allowed("review.moderate")
    @PostMapping("/{id}/approval")
    ReviewAnswers.Moderated approve(@PathVariable String id, Caller caller, Locale locale) {
        return ReviewAnswers.Moderated.of(answers.done(moderation.approve(caller, id), locale));
    }

    @Allowed("review.moderate")
    @PostMapping("/{id}/rejection")
    ReviewAnswers.Moderated reject(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return ReviewAnswers.Moderated.of(answers.done(moderation.reject(caller, id, form.reason.strip()), locale));
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}
}
