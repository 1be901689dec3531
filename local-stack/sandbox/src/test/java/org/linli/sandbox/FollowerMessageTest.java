package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FollowerMessageTest extends SandboxTest {
    private static final WxCryptUtil CRYPTO =
            new WxCryptUtil("sandbox-token", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx0123456789abcdef");
    private static final String REPLY =
            "<xml><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[三家优惠]]></Content></xml>";

    @Test
    void aPlainMessageIsSignedAndItsReplyRead() throws Exception {
        platform.answer = request -> REPLY;
        JsonNode outcome = say("{\"openid\":\"o1\",\"type\":\"text\",\"content\":\"附近]]>优惠\",\"encrypted\":false}");
        assertThat(outcome.path("reply").path("content").asString()).isEqualTo("三家优惠");
        assertThat(outcome.path("deliveries").asInt()).isEqualTo(1);
        Map<String, String> query = queryOf(platform.received.get(0));
        assertThat(query.get("signature"))
                .isEqualTo(SHA1.gen("sandbox-token", query.get("timestamp"), query.get("nonce")));
        assertThat(platform.received.get(0).body())
                .contains("<FromUserName><![CDATA[o1]]>")
                .contains("<MsgId>");
        assertThat(platform.received.get(0).uri().getPath()).isEqualTo("/wechat/hq/callback");
    }

    @Test
    void anEncryptedMessageAndItsEncryptedReplyAreDecrypted() throws Exception {
        platform.answer = request -> {
            Map<String, String> query = queryOf(request);
            String xml = CRYPTO.decryptXml(
                    query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), request.body());
            assertThat(xml).contains("<Location_X>30.25</Location_X>");
            return CRYPTO.encrypt(REPLY);
        };
        JsonNode outcome =
                say("{\"accountId\":\"b01\",\"openid\":\"o1\",\"type\":\"location\",\"lat\":30.25,\"lng\":120.2}");
        assertThat(outcome.path("reply").path("content").asString()).isEqualTo("三家优惠");
        assertThat(platform.received.get(0).uri().getPath()).isEqualTo("/wechat/b01/callback");
    }

    @Test
    void aPlatformThatIsTooSlowGetsThreeDeliveriesOfTheSameMessage() throws Exception {
        platform.answer = request -> {
            platform.never.await();
            return "success";
        };
        JsonNode outcome = say("{\"openid\":\"o1\",\"type\":\"text\",\"content\":\"慢\",\"encrypted\":false}");
        assertThat(outcome.path("deliveries").asInt()).isEqualTo(3);
        assertThat(outcome.path("reply").isNull()).isTrue();
        assertThat(outcome.path("elapsedMillis").asLong()).isGreaterThanOrEqualTo(1_200);
        assertThat(platform.received.stream().map(PlatformStub.Received::body).distinct())
                .hasSize(1);
    }

    @Test
    void successMeansThatTheFollowerSeesNothing() throws Exception {
        JsonNode outcome = say("{\"openid\":\"o1\",\"type\":\"event\",\"event\":\"unsubscribe\"}");
        assertThat(outcome.path("reply").path("type").asString()).isEqualTo("none");
    }

    @Test
    void anAnswerThatIsNotXmlIsShownAsBroken() throws Exception {
        platform.answer = request -> "Whitelabel Error Page";
        JsonNode outcome = say("{\"openid\":\"o1\",\"type\":\"text\",\"content\":\"?\"}");
        assertThat(outcome.path("reply").path("type").asString()).isEqualTo("broken");
    }

    @Test
    void anIncompleteMessageIsRefused() throws Exception {
        assertThat(send("POST", "/sandbox/wechat/messages", "{\"openid\":\"o1\",\"type\":\"location\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/sandbox/wechat/messages", "{\"openid\":\"o 1\",\"type\":\"text\",\"content\":\"a\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode say(String message) throws Exception {
        return post("/sandbox/wechat/messages", message);
    }

    private static Map<String, String> queryOf(PlatformStub.Received request) {
        return Stream.of(request.uri().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
