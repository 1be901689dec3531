package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.Open;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class OfferController {
    private final Offering offering;
    private final OfferShelf shelf;
    private final Idempotency idempotency;
    private final ApplicationEventPublisher looks;

    OfferController(Offering offering, OfferShelf shelf, Idempotency idempotency, ApplicationEventPublisher looks) {
        this.offering = offering;
        this.shelf = shelf;
        this.idempotency = idempotency;
        this.looks = looks;
    }

    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/merchants/{merchantId}/offers")
    @ResponseStatus(HttpStatus.CREATED)
    OfferAnswers.Full post(
            @PathVariable String merchantId, @RequestBody @Valid OfferForm form, @Nullable IdempotencyKey key) {
        Standing merchant = offering.merchant(merchantId).orElseThrow(ProblemException::notFound);
        OfferTerms terms = possible(merchant, form);
        String ownPart = key == null ? Ids.next() : Ids.derived("offer", key.scope());
        return idempotency.once(
                key,
                form,
                OfferAnswers.Full.class,
                () -> OfferAnswers.Full.of(
                        offering.draft(Offers.id(merchantId, ownPart), merchant, terms), offering.now()));
    }

    private OfferTerms possible(Standing merchant, OfferForm form) {
        OfferTerms terms = form.terms(merchant.category());
        List<FieldProblem> problems = offering.problems(merchant, terms);
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        return terms;
    }

    @Allowed(value = "offer.manage", own = "merchantId")
    @GetMapping("/merchants/{merchantId}/offers")
    Page<OfferAnswers.Full> list(
            @PathVariable String merchantId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Offer> found = offering.list(merchantId, cursor == null ? null : cursor.text(0), size + 1);
        return OfferAnswers.page(found, size, offering.now());
    }

    @Open
    @GetMapping("/offers/{id}")
    OfferAnswers.Public offer(@PathVariable String id) {
        OfferShelf.Shown shown = shelf.show(id).orElseThrow(ProblemException::notFound);
        looks.publishEvent(new OfferViewed(id, shown.offer().merchantId()));
        return OfferAnswers.Public.of(shown, offering.now());
    }

    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/offers/{id}/publication")
    OfferAnswers.Full publish(@PathVariable String id, Caller caller) {
        return OfferAnswers.made(offering.publish(caller.require("merchantId"), id, caller.subject()), offering.now());
    }

    /** Without a body the coupons that are out are honoured. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/offers/{id}/pause")
    OfferAnswers.Full pause(
            @PathVariable String id, @RequestBody(required = false) @Nullable PauseForm form, Caller caller) {
        ClaimedCoupons effect =
                form == null || form.claimedCoupons == null ? ClaimedCoupons.HONOURED : form.claimedCoupons;
        return OfferAnswers.made(offering.pause(caller.require("merchantId"), id, effect), offering.now());
    }

    record PauseForm(@Nullable ClaimedCoupons claimedCoupons) implements StrictBody {}

    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/offers/{id}/resumption")
    OfferAnswers.Full resume(@PathVariable String id, Caller caller) {
        return OfferAnswers.made(offering.resume(caller.require("merchantId"), id, caller.subject()), offering.now());
    }

    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/offers/{id}/end")
    OfferAnswers.Full end(@PathVariable String id, Caller caller) {
        return OfferAnswers.made(offering.end(caller.require("merchantId"), id), offering.now());
    }
}
