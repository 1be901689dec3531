package org.linli.merchant.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.Open;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews for those who write, read and answer them. */
@RestController
@RequestMapping("/api/v1")
class ReviewController {
    private final Reviewing reviewing;
    private final Ratings ratings;
    private final ReviewAnswers answers;

    ReviewController(Reviewing reviewing, Ratings ratings, ReviewAnswers answers) {
        this.reviewing = reviewing;
        this.ratings = ratings;
        this.answers = answers;
    }

    /** Repeatable: the same review again answers the same. */
    @Allowed("review.write")
    @PostMapping("/me/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    ReviewAnswers.Own write(@RequestBody @Valid ReviewForm form, Caller caller, Locale locale) {
        String text = form.text == null || form.text.isBlank() ? null : form.text.strip();
        return ReviewAnswers.Own.of(
                answers.done(reviewing.write(caller.subject(), form.redemptionId.strip(), form.stars, text), locale));
    }

    @Allowed("review.write")
    @GetMapping("/me/reviews")
    Page<ReviewAnswers.Own> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Review> found = reviewing.of(caller.subject(), cursor == null ? null : cursor.text(0), size + 1);
        List<Review> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(ReviewAnswers.Own::of).toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    /** The latest approved first. */
    @Open
    @GetMapping("/merchants/{merchantId}/reviews")
    Page<ReviewAnswers.Public> ofMerchant(
            @PathVariable String merchantId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        mustBePublic(merchantId);
        List<Review> found = reviewing.approved(merchantId, mark(Cursor.parse(after, 2)), size + 1);
        List<Review> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(ReviewAnswers.Public::of).toList(),
                found.size() > size ? next(shown.get(size - 1)) : null);
    }

    private static Reviews.@Nullable Mark mark(@Nullable Cursor cursor) {
        return cursor == null ? null : new Reviews.Mark(Instant.ofEpochMilli((long) cursor.number(0)), cursor.text(1));
    }

    private static String next(Review last) {
        Instant at = last.decidedAt() == null ? last.writtenAt() : last.decidedAt();
        return Cursor.of(String.valueOf(at.toEpochMilli()), last.id());
    }

    /** Stars on the whole, some seconds old at most. */
    @Open
    @GetMapping("/merchants/{merchantId}/rating")
    Ratings.Rating rating(@PathVariable String merchantId) {
        mustBePublic(merchantId);
        return ratings.of(merchantId);
    }

    private void mustBePublic(String merchantId) {
        if (!reviewing.isPublic(merchantId)) {
            throw ProblemException.notFound();
        }
    }

    /** A later reply takes the place of the earlier. */
    @Allowed(value = "review.reply", own = "merchantId")
    @PutMapping("/merchants/{merchantId}/reviews/{id}/reply")
    ReviewAnswers.Public reply(
            @PathVariable String merchantId,
            @PathVariable String id,
            @RequestBody @Valid ReplyForm form,
            Locale locale) {
        return ReviewAnswers.Public.of(answers.done(reviewing.reply(merchantId, id, form.text.strip()), locale));
    }

    record ReviewForm(
            @NotBlank @Size(max = 80) String redemptionId,
            @NotNull @Min(1) @Max(5) Integer stars,
            @Nullable @Size(max = 500) String text) {
        @Override
        public String toString() {
            return "ReviewForm[" + stars + "]";
        }
    }

    record ReplyForm(@NotBlank @Size(max = 500) String text) {
        @Override
        public String toString() {
            return "ReplyForm[hidden]";
        }
    }
}
