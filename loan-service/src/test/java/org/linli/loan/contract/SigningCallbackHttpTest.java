package org.linli.loan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.Http;
import org.linli.loan.LendingService;
import org.linli.loan.application.Stage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/**
 * The signing platform calls; it is not believed, but asked at once (rule L-12). Nobody looks by himself here: what
 * happens happens because of the call.
 */
@TestPropertySource(properties = "linli.loan.contract.look-every=1h")
class SigningCallbackHttpTest extends LendingService {
    private static final String CALLBACKS = "/api/v1/signing-callbacks";
    private static final AtomicInteger PHONE = new AtomicInteger(500);

    @Value("${linli.loan.contract.look-every}")
    private Duration lookEvery;

    @Test
    void nobody_looks_by_himself() {
        assertThat(lookEvery).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_signed_call_has_the_platform_asked_and_the_case_goes_on() {
        Case of = signing();
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
        assertThat(call(body(of), now(), CALLBACK_SECRET).status()).isEqualTo(204);
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
        assertThat(call(body(of), now(), CALLBACK_SECRET).status())
                .as("the same call again")
                .isEqualTo(204);
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
    }

    @Test
    void what_a_call_says_counts_for_nothing_if_the_platform_says_otherwise() {
        String phone = phone();
        BANK.signatory(phone, "PENDING");
        Case of = prepared(ApprovedFixture.loan(), phone);
        http.post(CASES + of.id() + "/contract/signing", manager, "");
        String lie = body(of).replace("}", ",\"status\":\"SIGNED\"}");
        assertThat(call(lie, now(), CALLBACK_SECRET).status()).isEqualTo(204);
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
        assertThat(http.get(CASES + of.id() + "/contract", manager).text("status"))
                .isEqualTo("SIGNING");
    }

    @Test
    void a_call_that_is_not_signed_signed_by_another_or_old_is_turned_away() {
        Case of = signing();
        assertThat(http.post(CALLBACKS, "", body(of)).problem()).isEqualTo("401 invalid-signature");
        assertThat(call(body(of), now(), "another").problem()).isEqualTo("401 invalid-signature");
        assertThat(call(body(of), now() - 600, CALLBACK_SECRET).problem()).isEqualTo("401 invalid-signature");
        assertThat(call(body(of), now() + 600, CALLBACK_SECRET).problem()).isEqualTo("401 invalid-signature");
        String signature = signature(now() + "." + body(of), CALLBACK_SECRET);
        assertThat(send("{\"reference\":\"x\"}", String.valueOf(now()), signature)
                        .problem())
                .as("another body")
                .isEqualTo("401 invalid-signature");
        assertThat(send(body(of), "1e9", signature).problem()).isEqualTo("401 invalid-signature");
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
    }

    @Test
    void a_call_about_nothing_of_ours_or_an_earlier_edition_changes_nothing() {
        Case of = signing();
        for (String reference : new String[] {"none", "-S1", of.id(), of.id() + "-S2", ""}) {
            assertThat(call("{\"reference\":\"" + reference + "\"}", now(), CALLBACK_SECRET)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(call("[]", now(), CALLBACK_SECRET).status()).isEqualTo(204);
        assertThat(call("{", now(), CALLBACK_SECRET).problem()).isEqualTo("400 invalid-parameter");
        assertThat(stageOf(of.id())).isEqualTo(Stage.CONTRACT);
    }

    @Test
    void while_the_platform_is_away_a_call_is_taken_and_the_contract_waits() {
        Case of = signing();
        BANK.signingDown(true);
        try {
            assertThat(call(body(of), now(), CALLBACK_SECRET).status()).isEqualTo(204);
        } finally {
            BANK.signingDown(false);
        }
        assertThat(http.get(CASES + of.id() + "/contract", manager).text("trouble"))
                .isEqualTo("signing-unavailable");
        call(body(of), now(), CALLBACK_SECRET);
        assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSEMENT);
    }

    /** Before the parties, who sign a moment later. */
    private Case signing() {
        String phone = phone();
        BANK.signatory(phone, "PENDING");
        Case of = prepared(ApprovedFixture.loan(), phone);
        http.post(CASES + of.id() + "/contract/signing", manager, "");
        BANK.signatory(phone, "SIGNED");
        return of;
    }

    private static String phone() {
        return "13900000" + PHONE.incrementAndGet();
    }

    private static String body(Case of) {
        return "{\"reference\":\"" + of.id() + "-S1\"}";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private Http.Answer call(String body, long timestamp, String secret) {
        return send(body, String.valueOf(timestamp), signature(timestamp + "." + body, secret));
    }

    private Http.Answer send(String body, String timestamp, String signature) {
        return http.post(CALLBACKS, "", body, "X-Signing-Timestamp", timestamp, "X-Signing-Signature", signature);
    }

    private static String signature(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
