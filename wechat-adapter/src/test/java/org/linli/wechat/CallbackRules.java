package org.linli.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is let in, and what is turned away with which code. */
@ExtendWith(OutputCaptureExtension.class)
class CallbackRules extends AdapterTest {
    private final String openid = someone();
    private final String message = WechatCallbacks.text(openid, "你好", WechatCallbacks.newId());

    @Test
    void theAddressProvesItselfByAnsweringEchostr() throws Exception {
        HttpResponse<String> answer = hq().get(hq().signedQuery() + "&echostr=3141592653%3Cb%3E");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3141592653<b>");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void aWrongOrMissingSignatureIsForbidden() throws Exception {
        String wrong = "signature=" + "0".repeat(40) + "&timestamp=1714037059&nonce=n1";
        assertProblem(hq().get(wrong + "&echostr=x"), 403, "invalid-signature");
        assertProblem(hq().get("echostr=x"), 403, "invalid-signature");
        assertProblem(postPlain(wrong, message), 403, "invalid-signature");
        assertProblem(postPlain("", message), 403, "invalid-signature");
        assertProblem(postPlain(wrong, "<not xml"), 403, "invalid-signature");
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        assertProblem(new WechatCallbacks(port, "nobody", WechatCallbacks.TOKEN).plain(message), 404, "not-found");
    }

    /** The account travels with the message: each account verifies and answers with its own secrets. */
    @Test
    void oneAccountsSignatureDoesNotOpenAnother() throws Exception {
        assertProblem(new WechatCallbacks(port, "b01", WechatCallbacks.TOKEN).plain(message), 403, "invalid-signature");
        assertThat(new WechatCallbacks(port, "b01", "other-token")
                        .plain(message)
                        .statusCode())
                .isEqualTo(200);
        assertProblem(hq().encrypted(WechatCallbacks.AES_KEY, "wx-b01", message), 403, "invalid-signature");
    }

    @Test
    void anEncryptedMessageGetsAnEncryptedReply() throws Exception {
        HttpResponse<String> answer = hq().encrypted(WechatCallbacks.AES_KEY, WechatCallbacks.APP_ID, message);
        assertThat(answer.body()).contains("<Encrypt>").doesNotContain(openid);
        assertThat(WechatCallbacks.decrypted(WechatCallbacks.AES_KEY, answer.body()))
                .contains(openid, "附近优惠");
    }

    @Test
    void theOldKeyStillWorksAfterAKeyChangeAndIsAnsweredInKind() throws Exception {
        HttpResponse<String> answer = hq().encrypted(WechatCallbacks.PREVIOUS_AES_KEY, WechatCallbacks.APP_ID, message);
        assertThat(WechatCallbacks.decrypted(WechatCallbacks.PREVIOUS_AES_KEY, answer.body()))
                .contains("附近优惠");
    }

    /** The plain signature is valid for any body: it must never stand in for msg_signature. */
    @Test
    void theQuerysSignatureIsNotTheMessagesSignature() throws Exception {
        WxCryptUtil.EncryptContext sealed = new WxCryptUtil(
                        WechatCallbacks.TOKEN, WechatCallbacks.AES_KEY, WechatCallbacks.APP_ID)
                .encryptContext(message);
        String plainSignature = SHA1.gen(WechatCallbacks.TOKEN, sealed.getTimeStamp(), sealed.getNonce());
        String body = WechatCallbacks.envelope(sealed.getEncrypt());
        assertProblem(postPlain(hq().secureQuery(sealed, plainSignature), body), 403, "invalid-signature");
        String tampered = WechatCallbacks.envelope(sealed.getEncrypt().replaceFirst("[A-M]", "Z"));
        assertProblem(postPlain(hq().secureQuery(sealed, sealed.getSignature()), tampered), 403, "invalid-signature");
    }

    @Test
    void externalEntitiesAndBrokenXmlAreMalformed() throws Exception {
        String entity =
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + message.replace("你好", "]]>&e;<![CDATA[");
        assertProblem(hq().plain(entity), 400, "malformed-body");
        assertProblem(hq().plain("<xml><a>"), 400, "malformed-body");
        assertProblem(hq().plain(""), 400, "malformed-body");
        assertProblem(hq().encrypted(WechatCallbacks.AES_KEY, WechatCallbacks.APP_ID, entity), 400, "malformed-body");
        byte[] notUtf8 = {'<', 'x', 'm', 'l', '>', (byte) 0xFF, '<', '/', 'x', 'm', 'l', '>'};
        assertProblem(hq().post(hq().signedQuery(), "text/xml", notUtf8), 400, "malformed-body");
    }

    @Test
    void aBodyBeyondSixtyFourKilobytesIsTooLarge() throws Exception {
        assertProblem(hq().plain(message.replace("你好", "x".repeat(70_000))), 413, "payload-too-large");
        assertThat(hq().plain(message.replace("你好", "x".repeat(60_000))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theContentTypeOfASloppySenderDoesNotMatter() throws Exception {
        HttpResponse<String> answer = hq().post(
                        hq().signedQuery(),
                        "application/x-www-form-urlencoded",
                        message.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.body()).contains("附近优惠");
    }

    @Test
    void anUnknownEncryptionIsAnInvalidParameter() throws Exception {
        assertProblem(postPlain(hq().signedQuery() + "&encrypt_type=des", message), 400, "invalid-parameter");
    }

    @Test
    void logsHoldNeitherOpenidNorContent(CapturedOutput output) throws Exception {
        hang("/internal/.*", 3_000);
        hq().plain(WechatCallbacks.text(openid, "贷款进度", WechatCallbacks.newId()));
        hq().plain(WechatCallbacks.location(openid, 30.123456, 120.654321));
        hq().plain(message.replace("<MsgId>", "<MsgId>x"));
        assertThat(output.getAll()).contains("user-service failed");
        assertThat(output.getAll())
                .doesNotContain(openid)
                .doesNotContain("30.123456")
                .doesNotContain("贷款进度");
    }

    private HttpResponse<String> postPlain(String query, String body) throws Exception {
        return hq().post(query, "text/xml", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
