package org.linli.merchant.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.abuse.ClaimPace;
import org.linli.merchant.abuse.Devices;
import org.linli.merchant.coupon.ClaimResult.Claimed;
import org.linli.merchant.coupon.ClaimResult.Refused;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
class CouponController {
    private final Claiming claiming;
    private final Wallet wallet;
    private final ClaimPace pace;
    private final Devices devices;
    private final JsonMapper json;

    CouponController(Claiming claiming, Wallet wallet, ClaimPace pace, Devices devices, JsonMapper json) {
        this.claiming = claiming;
        this.wallet = wallet;
        this.pace = pace;
        this.devices = devices;
        this.json = json;
    }

    /**
     * The body may be absent or empty; whatever it holds belongs to the idempotency key.
     *
     * @param deviceId as the client made it up for itself, if it did
     */
    @Allowed("coupon.claim")
    @PostMapping("/offers/{offerId}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    ClaimAnswer claim(
            @PathVariable String offerId,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(name = "X-Device-Id", required = false)
                    @Pattern(regexp = "[A-Za-z0-9._:-]{16,128}") @Nullable String deviceId,
            Caller caller,
            IdempotencyKey key) {
        if (pace.isTooFast(caller.subject())) {
            throw ProblemException.rateLimited(1);
        }
        ClaimAnswer answer = answer(claiming.claim(new Claim(offerId, caller.subject(), key.scope(), hash(body))));
        devices.claimed(deviceId, caller.subject(), answer.merchantId());
        return answer;
    }

    private String hash(@Nullable Map<String, Object> body) {
        return Ids.hash(json.writeValueAsString(body == null ? Map.of() : new TreeMap<>(body)));
    }

    private static ClaimAnswer answer(ClaimResult result) {
        if (result instanceof Claimed claimed) {
            return ClaimAnswer.of(claimed.coupon());
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN_OFFER -> ProblemException.notFound();
            case OFFER_NOT_LIVE -> ProblemException.refused("offer-not-live");
            case NOT_IN_AUDIENCE -> ProblemException.refused("not-in-audience");
            case PER_PERSON_LIMIT_REACHED -> ProblemException.refused("per-person-limit-reached");
            case DAILY_LIMIT_REACHED -> ProblemException.refused("daily-limit-reached");
            case SOLD_OUT -> ProblemException.refused("offer-sold-out");
            case KEY_REUSED -> ProblemException.refused("idempotency-key-reused");
        };
    }

    @Allowed("coupon.hold")
    @GetMapping("/me/coupons")
    Page<CouponAnswer> coupons(
            @RequestParam(required = false) @Nullable CouponStatus status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Coupon> found = wallet.list(caller.subject(), status, cursor == null ? null : cursor.text(0), size + 1);
        List<Coupon> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        Instant now = wallet.now();
        return new Page<>(
                shown.stream().map(coupon -> CouponAnswer.of(coupon, now)).toList(), next);
    }

    @Allowed("coupon.hold")
    @GetMapping("/me/coupons/{id}")
    CouponAnswer coupon(@PathVariable String id, Caller caller) {
        return wallet.find(caller.subject(), id)
                .map(coupon -> CouponAnswer.of(coupon, wallet.now()))
                .orElseThrow(ProblemException::notFound);
    }

    /** The same whenever the claim is repeated, whatever became of the coupon since. */
    record ClaimAnswer(
            String couponId,
            String offerId,
            String merchantId,
            String title,
            String merchantName,
            CouponStatus status,
            Instant validUntil,
            Instant claimedAt) {
        static ClaimAnswer of(Coupon coupon) {
            return new ClaimAnswer(
                    coupon.id(),
                    coupon.offerId(),
                    coupon.merchantId(),
                    coupon.title(),
                    coupon.merchantName(),
                    CouponStatus.CLAIMED,
                    coupon.validUntil(),
                    coupon.claimedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CouponAnswer(
            String couponId,
            String offerId,
            String merchantId,
            String title,
            String merchantName,
            CouponStatus status,
            Instant validUntil,
            Instant claimedAt,
            @Nullable Instant redeemedAt) {
        static CouponAnswer of(Coupon coupon, Instant now) {
            return new CouponAnswer(
                    coupon.id(),
                    coupon.offerId(),
                    coupon.merchantId(),
                    coupon.title(),
                    coupon.merchantName(),
                    coupon.statusAt(now),
                    coupon.validUntil(),
                    coupon.claimedAt(),
                    coupon.redemption().map(Redemption::at).orElse(null));
        }
    }
}
