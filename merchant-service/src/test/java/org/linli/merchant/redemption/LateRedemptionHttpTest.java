package org.linli.merchant.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.merchant.QrReader;
import org.linli.starter.Ids;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Rule M-3: signed codes, as a picture, and handed in later where the shop's network was bad. */
class LateRedemptionHttpTest extends HttpTest {
    private String merchantId;
    private String couponId;

    @BeforeEach
    void aClaimedCoupon() throws Exception {
        merchantId = approvedMerchant();
        couponId = claimed(liveOffer(merchantId, 5, 1), "c1");
    }

    @Test
    void theSignedCodeRedeemsLikeTheTypedOne() throws Exception {
        redeem(shown().path("qr").asString(), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
    }

    @Test
    void aCashiersAppCanTellAGenuineCodeByThePublishedKey() throws Exception {
        JsonNode shown = shown();
        SignedJWT token = SignedJWT.parse(shown.path("qr").asString());
        String keys = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                        "/api/v1/redemptions/keys"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        ECKey published =
                (ECKey) JWKSet.parse(keys).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(published.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(published))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(merchantId);
        assertThat(token.getJWTClaimsSet().getJWTID())
                .isEqualTo(shown.path("code").asString());
    }

    @Test
    void aCodeSignedByAnotherOpensNothing() throws Exception {
        SignedJWT genuine = SignedJWT.parse(shown().path("qr").asString());
        SignedJWT forged = new SignedJWT(genuine.getHeader(), genuine.getJWTClaimsSet());
        forged.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        refused(redeem(forged.serialize(), Callers.cashier(merchantId), Ids.next()), 404, "redemption-code-unknown");
        refused(redeem("a.b.c", Callers.cashier(merchantId), Ids.next()), 404, "redemption-code-unknown");
    }

    @Test
    void thePictureHoldsTheNewestCode() throws Exception {
        shown();
        String code = shown().path("code").asString();
        ResultActions picture = ask(picturePath(), Callers.consumer("c1"));
        picture.andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store"));
        String text = QrReader.text(picture.andReturn().getResponse().getContentAsByteArray());
        assertThat(SignedJWT.parse(text).getJWTClaimsSet().getJWTID()).isEqualTo(code);
        redeem(text, Callers.cashier(merchantId), Ids.next()).andExpect(status().isCreated());
    }

    @Test
    void withoutAnOpenCodeThereIsNoPicture() throws Exception {
        refused(ask(picturePath(), Callers.consumer("c1")), 422, "redemption-code-expired");
        shown();
        refused(ask(picturePath(), Callers.consumer("c2")), 404, "not-found");
        refused(ask(picturePath() + "?size=5000", Callers.consumer("c1")), 400, "invalid-parameter");
        clock.skip(Duration.ofMinutes(3));
        refused(ask(picturePath(), Callers.consumer("c1")), 422, "redemption-code-expired");
    }

    @Test
    void aCodeScannedInTimeIsHandedInHoursLater() throws Exception {
        String code = shown().path("code").asString();
        Instant scannedAt = clock.instant().plusSeconds(60);
        clock.skip(Duration.ofHours(5));
        handIn(code, scannedAt).andExpect(status().isCreated());
        refused(handIn(code, scannedAt), 422, "coupon-already-redeemed");
    }

    @Test
    void aCodeThatWasReplacedBeforeItWasScannedOpensNothing() throws Exception {
        String older = shown().path("code").asString();
        Instant whileOpen = clock.instant();
        clock.skip(Duration.ofSeconds(60));
        shown();
        Instant replaced = clock.instant().plusSeconds(1);
        clock.skip(Duration.ofHours(1));
        refused(handIn(older, replaced), 422, "redemption-code-expired");
        handIn(older, whileOpen).andExpect(status().isCreated());
    }

    @Test
    void aCodeThatHadExpiredWhenItWasScannedOrWasNotShownYetOpensNothing() throws Exception {
        Instant before = clock.instant().minus(Duration.ofMinutes(5));
        String code = shown().path("code").asString();
        Instant expired = clock.instant().plus(Duration.ofMinutes(2)).plusSeconds(1);
        clock.skip(Duration.ofHours(1));
        refused(handIn(code, expired), 422, "redemption-code-expired");
        refused(handIn(code, before), 422, "redemption-code-expired");
    }

    @Test
    void aTimeThatCannotBeIsRefused() throws Exception {
        String code = shown().path("code").asString();
        Instant scannedAt = clock.instant();
        refused(handIn(code, scannedAt.plus(Duration.ofMinutes(5))), 422, "scanned-in-future");
        clock.skip(Duration.ofHours(12).plusMinutes(1));
        refused(handIn(code, scannedAt), 422, "scanned-too-long-ago");
        refused(
                tell(
                        "/api/v1/redemptions",
                        Callers.cashier(merchantId),
                        Ids.next(),
                        Map.of("code", code, "scannedAt", "yesterday")),
                400,
                "malformed-body");
    }

    @Test
    void whatCountsIsWhetherTheCouponWasValidThen() throws Exception {
        clock.skip(Duration.ofDays(30).minusMinutes(1));
        String code = shown().path("code").asString();
        Instant justInTime = clock.instant();
        Instant tooLate = justInTime.plus(Duration.ofSeconds(90));
        clock.skip(Duration.ofHours(2));
        refused(handIn(code, tooLate), 422, "coupon-expired");
        handIn(code, justInTime).andExpect(status().isCreated());
    }

    @Test
    void whatWasScannedBeforeARedemptionOpensNothingAfterItsReversal() throws Exception {
        String older = shown().path("code").asString();
        Instant scannedAt = clock.instant();
        clock.skip(Duration.ofSeconds(30));
        String redemptionId = body(redeem(shown().path("code").asString(), Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
        tell(
                        "/api/v1/redemptions/" + redemptionId + "/reversal",
                        Callers.owner(merchantId),
                        Ids.next(),
                        Map.of("reason", "误操作"))
                .andExpect(status().isOk());
        refused(handIn(older, scannedAt), 422, "redemption-code-expired");
    }

    @Test
    void anotherMerchantMayNotHandItInEither() throws Exception {
        String code = shown().path("code").asString();
        Map<String, Object> form = form(code, clock.instant());
        refused(tell("/api/v1/redemptions", Callers.cashier("another"), Ids.next(), form), 422, "wrong-merchant");
    }

    private JsonNode shown() throws Exception {
        ResultActions shown = tell("/api/v1/me/coupons/" + couponId + "/redemption-code", Callers.consumer("c1"), null);
        shown.andExpect(status().isCreated()).andExpect(jsonPath("$.expiresAt").exists());
        return body(shown);
    }

    private String picturePath() {
        return "/api/v1/me/coupons/" + couponId + "/redemption-code.png";
    }

    private ResultActions handIn(String code, Instant scannedAt) throws Exception {
        return tell("/api/v1/redemptions", Callers.cashier(merchantId), Ids.next(), form(code, scannedAt));
    }

    private static Map<String, Object> form(String code, Instant scannedAt) {
        Map<String, Object> form = new HashMap<>();
        form.put("code", code);
        form.put("scannedAt", scannedAt.toString());
        return form;
    }
}
