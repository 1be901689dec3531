package org.linli.merchant.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
    ResponseEntity<OfferAnswers.Full> replace(
            @PathVariable String id,
            @RequestBody @Valid OfferForm form,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return edit(id, caller, ifMatch, present -> form.terms(present.category()));
    }

    /** Only what is to be different. */
    @Allowed(value = "offer.manage", own = "merchantId")
    @PatchMapping
    ResponseEntity<OfferAnswers.Full> change(
            @PathVariable String id,
            @RequestBody @Valid OfferPatch patch,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return edit(id, caller, ifMatch, patch::applyTo);
    }

    private ResponseEntity<OfferAnswers.Full> edit(
            String id, Caller caller, @Nullable String ifMatch, UnaryOperator<OfferTerms> wish) {
        return OfferAnswers.tagged(
                editing.edit(caller.require("merchantId"), id, Revision.of(ifMatch), wish), offering.now());
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
    ResponseEntity<OfferPreview.Answer> preview(
            @PathVariable String id,
            @RequestParam(required = false) @Min(0) @Max(Bill.MAX_FEN) @Nullable Long billFen,
            Caller caller,
            Locale locale) {
        return preview.of(caller.require("merchantId"), id, billFen == null ? null : new Bill(billFen), locale)
                .map(seen -> ResponseEntity.ok().eTag(seen.tag()).body(seen))
                .orElseThrow(ProblemException::notFound);
    }
}
