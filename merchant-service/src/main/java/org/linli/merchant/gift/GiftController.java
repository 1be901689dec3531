package org.linli.merchant.gift;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.linli.merchant.coupon.Coupon;
import org.linli.merchant.gift.GiftResult.Accepted;
import org.linli.merchant.gift.GiftResult.Offered;
import org.linli.merchant.gift.GiftResult.Reason;
import org.linli.merchant.gift.GiftResult.Refused;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/coupons")
class GiftController {
    private final Giving giving;

    GiftController(Giving giving) {
        this.giving = giving;
    }

    /** The token is told once. */
    @Allowed("coupon.hold")
    @PostMapping("/{id}/gift")
    @ResponseStatus(HttpStatus.CREATED)
    OfferedAnswer offer(@PathVariable String id, Caller caller) {
        Offered offered = (Offered) made(giving.offer(caller.subject(), id));
        return new OfferedAnswer(offered.token(), offered.until());
    }

    @Allowed("coupon.hold")
    @DeleteMapping("/{id}/gift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String id, Caller caller) {
        made(giving.withdraw(caller.subject(), id));
    }

    /** Repeatable by whoever took it. */
    @Allowed("coupon.claim")
    @PostMapping("/gifts")
    @ResponseStatus(HttpStatus.CREATED)
    ReceivedAnswer accept(@RequestBody @Valid TokenForm form, Caller caller) {
        return ReceivedAnswer.of(((Accepted) made(giving.accept(caller.subject(), form.token.strip()))).coupon());
    }

    private static GiftResult made(GiftResult result) {
        if (result instanceof Refused refused) {
            throw problem(refused.reason());
        }
        return result;
    }

    private static ProblemException problem(Reason reason) {
        return switch (reason) {
            case UNKNOWN_COUPON -> ProblemException.notFound();
            case UNKNOWN_GIFT -> ProblemException.of(HttpStatus.NOT_FOUND, "gift-unknown");
            case NOT_GIFTABLE -> ProblemException.refused("coupon-not-giftable");
            case NOT_USABLE -> ProblemException.conflict("illegal-state");
            case NOT_OPEN -> ProblemException.refused("gift-over");
            case TAKEN -> ProblemException.refused("gift-taken");
            case OWN_GIFT -> ProblemException.refused("gift-own");
            case PER_PERSON_LIMIT_REACHED -> ProblemException.refused("per-person-limit-reached");
        };
    }

    record TokenForm(@NotBlank @Size(max = 200) String token) {}

    record OfferedAnswer(String token, Instant until) {}

    record ReceivedAnswer(
            String couponId, String offerId, String merchantId, String title, String merchantName, Instant validUntil) {
        static ReceivedAnswer of(Coupon coupon) {
            return new ReceivedAnswer(
                    coupon.id(),
                    coupon.offerId(),
                    coupon.merchantId(),
                    coupon.title(),
                    coupon.merchantName(),
                    coupon.validUntil());
        }
    }
}
