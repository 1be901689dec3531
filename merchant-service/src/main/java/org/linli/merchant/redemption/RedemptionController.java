package org.linli.merchant.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.CouponStatus;
import org.linli.merchant.redemption.RedemptionResult.Reason;
import org.linli.merchant.redemption.RedemptionResult.Redeemed;
import org.linli.merchant.redemption.RedemptionResult.Refused;
import org.linli.merchant.redemption.RedemptionResult.Reversed;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RedemptionController {
    private final Redeeming redeeming;
    private final Idempotency idempotency;

    RedemptionController(Redeeming redeeming, Idempotency idempotency) {
        this.redeeming = redeeming;
        this.idempotency = idempotency;
    }

    @Allowed(value = "coupon.redeem", own = "merchantId")
    @PostMapping("/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    RedemptionAnswer redeem(@RequestBody @Valid CodeForm form, Caller caller, IdempotencyKey key) {
        String merchantId = caller.require("merchantId");
        return idempotency.once(key, form, RedemptionAnswer.class, () -> {
            RedemptionResult result = redeeming.redeem(
                    form.code.strip(), form.scannedAt, form.billFen, merchantId, caller.subject(), key.scope());
            return RedemptionAnswer.of((Redeemed) made(result));
        });
    }

    @Allowed(value = "coupon.reverse", own = "merchantId")
    @PostMapping("/redemptions/{id}/reversal")
    ReversalAnswer reverse(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, IdempotencyKey key) {
        String merchantId = caller.require("merchantId");
        return idempotency.once(key, form, ReversalAnswer.class, () -> {
            RedemptionResult result =
                    redeeming.reverse(id, merchantId, caller.subject(), form.reason.strip(), key.scope());
            return ReversalAnswer.of((Reversed) made(result), redeeming.now());
        });
    }

    static RedemptionResult made(RedemptionResult result) {
        if (result instanceof Refused refused) {
            throw problem(refused.reason());
        }
        return result;
    }

    private static ProblemException problem(Reason reason) {
        return switch (reason) {
            case UNKNOWN_COUPON, UNKNOWN_REDEMPTION -> ProblemException.notFound();
            case UNKNOWN_CODE -> ProblemException.of(HttpStatus.NOT_FOUND, "redemption-code-unknown");
            case WRONG_MERCHANT -> ProblemException.refused("wrong-merchant");
            case ALREADY_REDEEMED -> ProblemException.refused("coupon-already-redeemed");
            case COUPON_EXPIRED -> ProblemException.refused("coupon-expired");
            case ON_OFFER_AS_GIFT -> ProblemException.refused("coupon-on-offer-as-gift");
            case GIVEN_AWAY -> ProblemException.refused("coupon-given-away");
            case OFFER_SUSPENDED -> ProblemException.refused("offer-suspended");
            case OUTSIDE_HOURS -> ProblemException.refused("outside-redemption-hours");
            case CODE_EXPIRED -> ProblemException.refused("redemption-code-expired");
            case SCANNED_IN_FUTURE -> ProblemException.refused("scanned-in-future");
            case SCANNED_TOO_LONG_AGO -> ProblemException.refused("scanned-too-long-ago");
            case NOT_REDEEMED -> ProblemException.conflict("illegal-state");
            case WINDOW_CLOSED -> ProblemException.refused("reversal-window-closed");
        };
    }

    /**
     * The amount is left out of the remembered body when nobody gave one: a repeat across a release is the same body.
     *
     * @param code as it was typed, or what was in the QR code
     * @param billFen what the customer pays, for the shop's statistics (rule M-6); optional
     * @param scannedAt when the code was seen, where the app hands it in later; optional
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeForm(
            @NotBlank @Size(max = 600) String code,
            @Nullable @Min(1) @Max(100_000_000) Long billFen,
            @Nullable Instant scannedAt) {}

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}

    record RedemptionAnswer(
            String redemptionId, String couponId, String offerId, String offerTitle, Instant redeemedAt) {
        static RedemptionAnswer of(Redeemed redeemed) {
            return new RedemptionAnswer(
                    redeemed.redemption().redemptionId(),
                    redeemed.coupon().id(),
                    redeemed.coupon().offerId(),
                    redeemed.coupon().title(),
                    redeemed.redemption().at());
        }
    }

    /** @param couponStatus CLAIMED when the coupon may be used again, EXPIRED when its window closed meanwhile */
    record ReversalAnswer(String redemptionId, String couponId, Instant reversedAt, CouponStatus couponStatus) {
        static ReversalAnswer of(Reversed reversed, Instant now) {
            return new ReversalAnswer(
                    reversed.reversal().redemptionId(),
                    reversed.coupon().id(),
                    reversed.reversal().at(),
                    reversed.coupon().statusAt(now));
        }
    }
}
