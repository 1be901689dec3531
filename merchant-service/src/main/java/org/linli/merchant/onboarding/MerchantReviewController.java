package org.linli.merchant.onboarding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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

@RestController
@RequestMapping("/api/v1/admin/merchants")
class MerchantReviewController {
    private final MerchantReview review;
    private final DecisionAnswers answers;

    MerchantReviewController(MerchantReview review, DecisionAnswers answers) {
        this.review = review;
        this.answers = answers;
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
        return MerchantPages.page(found, size, last -> Cursor.of(last.id()));
    }

    @Allowed("merchant.read")
    @GetMapping("/{id}")
    MerchantAnswers.Full merchant(@PathVariable String id, Caller caller) {
        return answers.merchant(id, caller);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/approval")
    MerchantAnswers.Full approve(@PathVariable String id, Caller caller) {
        return answers.answer(review.approve(caller, id), id, caller);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/rejection")
    MerchantAnswers.Full reject(@PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller) {
        return answers.answer(review.reject(caller, id, form.reason), id, caller);
    }

    /** Asks for more before deciding. */
    @Allowed("merchant.review")
    @PostMapping("/{id}/inquiry")
    MerchantAnswers.Full askForMore(@PathVariable String id, @RequestBody @Valid InquiryForm form, Caller caller) {
        List<Want> wanted = form.wanted.stream()
                .map(one -> new Want(one.about.strip(), one.text.strip()))
                .toList();
        return answers.answer(review.askForMore(caller, id, wanted), id, caller);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/suspension")
    MerchantAnswers.Full suspend(@PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller) {
        return answers.answer(review.suspend(caller, id, form.reason), id, caller);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/resumption")
    MerchantAnswers.Full resume(@PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller) {
        return answers.answer(review.resume(caller, id, form.reason), id, caller);
    }

    @Allowed("merchant.review")
    @PostMapping("/{id}/closure")
    MerchantAnswers.Full close(@PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller) {
        return answers.answer(review.close(caller, id, form.reason), id, caller);
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}

    record InquiryForm(@NotNull @Size(min = 1, max = 20) List<@NotNull @Valid WantForm> wanted) {}

    record WantForm(
            @NotBlank @Size(max = 60) String about,
            @NotBlank @Size(max = 300) String text) {}
}
