package org.linli.merchant.onboarding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.RecheckNotices.Position;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The annual look at every merchant. */
@RestController
@RequestMapping("/api/v1/admin/merchants")
class RecheckController {
    private final RecheckNotices notices;
    private final MerchantReview review;
    private final DecisionAnswers answers;

    RecheckController(RecheckNotices notices, MerchantReview review, DecisionAnswers answers) {
        this.notices = notices;
        this.review = review;
        this.answers = answers;
    }

    /** @param withinDays 0 for what is due today or overdue */
    @Allowed("merchant.read")
    @GetMapping("/rechecks")
    Page<MerchantAnswers.Full> due(
            @RequestParam(defaultValue = "0") @Min(0) @Max(366) int withinDays,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 2);
        Position position = cursor == null ? null : new Position(cursor.text(0), cursor.text(1));
        LocalDate by = notices.today().plusDays(withinDays);
        List<Merchant> found = notices.due(caller, by, position, size + 1);
        return MerchantPages.page(found, size, RecheckController::cursor);
    }

    private static String cursor(Merchant last) {
        Recheck recheck = last.recheck();
        return Cursor.of(recheck == null ? "" : recheck.dueOn(), last.id());
    }

    /** It was looked at again; the next time is a period from today. */
    @Allowed("merchant.review")
    @PostMapping("/{id}/recheck")
    MerchantAnswers.Full recheck(@PathVariable String id, Caller caller) {
        return answers.answer(review.recheck(caller, id), id, caller);
    }
}
