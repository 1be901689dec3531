package org.linli.merchant.redemption;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Map;
import org.linli.merchant.redemption.RedemptionResult.CodeShown;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the consumer shows in the shop: a code to type, the same signed for a QR code, and that as a picture. */
@RestController
@RequestMapping("/api/v1")
class RedemptionCodeController {
    private final ShowingCodes showing;
    private final CodeSigning signing;

    RedemptionCodeController(ShowingCodes showing, CodeSigning signing) {
        this.showing = showing;
        this.signing = signing;
    }

    /** A new code; the one before opens nothing from now on. */
    @Allowed("coupon.hold")
    @PostMapping("/me/coupons/{id}/redemption-code")
    @ResponseStatus(HttpStatus.CREATED)
    CodeAnswer code(@PathVariable String id, Caller caller) {
        CodeShown shown = (CodeShown) RedemptionController.made(showing.show(caller.subject(), id));
        return new CodeAnswer(
                shown.code().code(), shown.code().expiresAt(), signing.sign(shown.code(), shown.merchantId()));
    }

    /** The newest code as a picture; asking changes nothing. */
    @Allowed("coupon.hold")
    @GetMapping("/me/coupons/{id}/redemption-code.png")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @RequestParam(defaultValue = "400") @Min(200) @Max(1000) int size, Caller caller) {
        CodeShown shown = (CodeShown) RedemptionController.made(showing.newest(caller.subject(), id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_PNG)
                .body(QrPicture.png(signing.sign(shown.code(), shown.merchantId()), size));
    }

    /** By which a cashier's app without a network tells a genuine code: a JWK set. */
    @Open
    @GetMapping("/redemptions/keys")
    Map<String, Object> keys() {
        return signing.published();
    }

    /**
     * @param code ten digits, to be typed
     * @param qr the same and its coupon's merchant and times, signed: a JWT (ES256) for the QR code
     */
    record CodeAnswer(String code, Instant expiresAt, String qr) {}
}
