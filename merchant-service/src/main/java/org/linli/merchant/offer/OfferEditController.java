package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/offers/{id}")
class OfferEditController {
    private final Offering offering;
    private final OfferEditing editing;
    private final OfferPreview preview;
    private final Idempotency idempotency;

    OfferEditController(Offering offering, OfferEditing editing, OfferPreview preview, Idempotency idempotency) {
        this.offering = offering;
        this.editing = editing;
        this.preview = preview;
        this.idempotency = idempotency;
    }

    /** The whole offer as it is to be. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @PutMapping
    OfferAnswers.Full replace(@PathVariable String id, @RequestBody @Valid OfferForm form, Caller caller) {
        return OfferAnswers.made(
                editing.edit(caller.require("merchantId"), id, present -> form.terms(present.category())),
                offering.now());
    }

    /** Only what is to be different. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @PatchMapping
    OfferAnswers.Full change(@PathVariable String id, @RequestBody @Valid OfferPatch patch, Caller caller) {
        return OfferAnswers.made(editing.edit(caller.require("merchantId"), id, patch::applyTo), offering.now());
    }

    /** A new draft; the body says what is to be different and may be absent. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @PostMapping("/copy")
    @ResponseStatus(HttpStatus.CREATED)
    OfferAnswers.Full copy(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable OfferPatch given,
            Caller caller,
            @Nullable IdempotencyKey key) {
        String merchantId = caller.require("merchantId");
        OfferPatch patch = given == null ? OfferPatch.NOTHING : given;
        String copyId = Offers.id(merchantId, key == null ? Ids.next() : Ids.derived("offer-copy", key.scope()));
        return idempotency.once(
                key,
                patch,
                OfferAnswers.Full.class,
                () -> OfferAnswers.made(offering.copy(merchantId, id, copyId, patch::applyTo), offering.now()));
    }

    /** What the public will see, with the price of a bill worked out. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @GetMapping("/preview")
    OfferPreview.Answer preview(
            @PathVariable String id,
            @RequestParam(required = false) @Min(0) @Max(Bill.MAX_FEN) @Nullable Long billFen,
            Caller caller,
            Locale locale) {
        return preview.of(caller.require("merchantId"), id, billFen == null ? null : new Bill(billFen), locale)
                .orElseThrow(ProblemException::notFound);
    }
}
