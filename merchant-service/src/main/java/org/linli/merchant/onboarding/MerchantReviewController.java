package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/merchants")
class MerchantReviewController {
    private final MerchantReview review;
    private final FourEyesRefusal refusal;

    MerchantReviewController(MerchantReview review, FourEyesRefusal refusal) {
        this.review = review;
        this.refusal = refusal;
    }

    @Allowed("merchant.read")
    @GetMapping
    Page<MerchantAnswers.Full> list(
            @RequestParam(required = false) @Nullable MerchantStatus status,
            @RequestParam(required = false) @Nullable @Size(max = 60) String q,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Merchant> found = review.search(caller, status, q, cursor == null ? null : cursor.text(0), size + 1);
        List<Merchant> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(MerchantAnswers.Full::masked).toList(), next);
    }

    @Allowed("merchant.read")
    @GetMapping("/{id}")
    MerchantAnswers.Full merchant(@PathVariable String id, Caller caller) {
        return review.find(caller, id).map(MerchantAnswers.Full::masked).orElseThrow(ProblemException::notFound);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/approval")
    MerchantAnswers.Full approve(@PathVariable String id, Caller caller, Locale locale) {
        return answer(review.approve(caller, id), id, caller, locale);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/rejection")
    MerchantAnswers.Full reject(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(review.reject(caller, id, form.reason), id, caller, locale);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/suspension")
    MerchantAnswers.Full suspend(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(review.suspend(caller, id, form.reason), id, caller, locale);
    }

    private MerchantAnswers.Full answer(Optional<MerchantDecision> decision, String id, Caller caller, Locale locale) {
        decision.orElseThrow(ProblemException::notFound).answer(new Refusals(refusal, locale));
        return merchant(id, caller);
    }

    private record Refusals(FourEyesRefusal refusal, Locale locale) implements MerchantDecision.Cases<Boolean> {
        @Override
        public Boolean made() {
            return true;
        }

        @Override
        public Boolean fourEyesConflict(FourEyes.Reason reason) {
            throw refusal.of(reason, locale);
        }

        @Override
        public Boolean illegalState() {
            throw ProblemException.conflict("illegal-state");
        }
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}
}
