package org.linli.merchant.onboarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.ReviewQueue.Position;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/merchants")
class ReviewQueueController {
    private final ReviewQueue queue;
    private final DecisionAnswers answers;

    ReviewQueueController(ReviewQueue queue, DecisionAnswers answers) {
        this.queue = queue;
        this.answers = answers;
    }

    /** Who waits for a decision, the longest first. */
    @Allowed("merchant.review")
    @GetMapping("/review-queue")
    Page<MerchantAnswers.Full> waiting(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 2);
        Position position =
                cursor == null ? null : new Position(Instant.ofEpochMilli((long) cursor.number(0)), cursor.text(1));
        List<Merchant> found = queue.waiting(caller, position, size + 1);
        return MerchantPages.page(found, size, ReviewQueueController::cursor);
    }

    private static String cursor(Merchant last) {
        Instant since = last.review().waitingSince();
        return Cursor.of(String.valueOf(since == null ? 0 : since.toEpochMilli()), last.id());
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/claim")
    MerchantAnswers.Full claim(@PathVariable String id, Caller caller) {
        return answers.answer(queue.claim(caller, id), id, caller);
    }

    @Allowed("merchant.review")
    @DeleteMapping("/{id}/claim")
    MerchantAnswers.Full release(@PathVariable String id, Caller caller) {
        return answers.answer(queue.release(caller, id), id, caller);
    }
}
