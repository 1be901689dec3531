package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/offers")
class OfferReviewController {
    private final OfferReview review;
    private final FourEyesRefusal refusal;
    private final Clock clock;

    OfferReviewController(OfferReview review, FourEyesRefusal refusal, Clock clock) {
        this.review = review;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** The offers that wait for a decision. */
    @Allowed("offer.read")
    @GetMapping
    Page<OfferAnswers.Full> waiting(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        return OfferAnswers.page(
                review.waiting(caller, cursor == null ? null : cursor.text(0), size + 1), size, clock.instant());
    }

    @Allowed("offer.review")
    @PostMapping("/{id}/approval")
    OfferAnswers.Full approve(@PathVariable String id, Caller caller, Locale locale) {
        return answer(review.approve(caller, id), locale);
    }

    @Allowed("offer.review")
    @PostMapping("/{id}/rejection")
    OfferAnswers.Full reject(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(review.reject(caller, id, form.reason), locale);
    }

    @Allowed("settlement.subsidise")
    @PutMapping("/{id}/subsidy")
    Subsidised subsidise(@PathVariable String id, @RequestBody @Valid SubsidyForm form, Caller caller, Locale locale) {
        answer(review.subsidise(caller, id, form.subsidyFenPerCoupon), locale);
        return new Subsidised(id, form.subsidyFenPerCoupon);
    }

    private OfferAnswers.Full answer(OfferDecision decision, Locale locale) {
        if (decision instanceof OfferDecision.Conflict conflict) {
            throw refusal.of(conflict.reason(), locale);
        }
        return OfferAnswers.made(decision, clock.instant());
    }

    /** @param subsidyFenPerCoupon what the bank adds to each redeemed coupon */
    record SubsidyForm(@NotNull Long subsidyFenPerCoupon) {}

    record Subsidised(String offerId, long subsidyFenPerCoupon) {}

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}
}
