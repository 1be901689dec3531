package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutsideWorldTest extends SandboxTest {
    private static final String SMS =
            "{\"phone\":\"13800000001\",\"text\":\"验证码 482913，5 分钟内有效\",\"reference\":\"r1\"}";

    @Test
    void aSentMessageIsListedOnceWithItsCode() throws Exception {
        assertThat(send("POST", "/sms/messages", SMS).statusCode()).isEqualTo(202);
        assertThat(send("POST", "/sms/messages", SMS).statusCode()).isEqualTo(202);
        JsonNode sent = get("/sandbox/sms?phone=13800000001");
        assertThat(sent.size()).isEqualTo(1);
        assertThat(sent.get(0).path("code").asString()).isEqualTo("482913");
    }

    @Test
    void aPhonesLastMessageComesFirstAndOthersAreLeftOut() throws Exception {
        for (String sent : new String[] {"13800000031:1111", "13800000031:2222", "13800000032:3333"}) {
            String[] parts = sent.split(":");
            post("/sms/messages", "{\"phone\":\"" + parts[0] + "\",\"text\":\"" + parts[1] + "\"}");
        }
        JsonNode listed = get("/sandbox/sms?phone=13800000031");
        assertThat(listed.size()).isEqualTo(2);
        assertThat(listed.get(0).path("code").asString()).isEqualTo("2222");
    }

    @Test
    void aPhoneNumberThatIsNoneIsRefused() throws Exception {
        assertThat(send("POST", "/sms/messages", "{\"phone\":\"12\",\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theSameCustomerIsFoundEveryTime() throws Exception {
        JsonNode first = get("/bank/customers?phone=13800000001");
        assertThat(first.path("customerNo").asString()).isNotEmpty();
        assertThat(get("/bank/customers?phone=13800000001")).isEqualTo(first);
        assertThat(send("GET", "/bank/customers?phone=13800000000", "").statusCode())
                .isEqualTo(404);
        assertThat(get("/bank/health").path("status").asString()).isEqualTo("UP");
    }

    @Test
    void aFaultHitsItsTargetAsOftenAsAsked() throws Exception {
        fault("{\"target\":\"sms\",\"kind\":\"error\",\"status\":429,\"times\":2}");
        String other = SMS.replace("r1", "r2");
        assertThat(send("GET", "/bank/health", "").statusCode()).isEqualTo(200);
        var refused = send("POST", "/sms/messages", other);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(send("POST", "/sms/messages", other).statusCode()).isEqualTo(429);
        assertThat(send("POST", "/sms/messages", other).statusCode()).isEqualTo(202);
    }

    @Test
    void wechatFailsInItsOwnShape() throws Exception {
        fault("{\"target\":\"wechat\",\"kind\":\"error\"}");
        assertThat(get("/wechat/cgi-bin/token").path("errcode").asInt()).isEqualTo(-1);
    }

    @Test
    void aDelayHoldsTheAnswerBack() throws Exception {
        fault("{\"target\":\"bank\",\"kind\":\"delay\",\"millis\":300}");
        long startedAt = System.nanoTime();
        assertThat(send("GET", "/bank/health", "").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - startedAt).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
    }

    @Test
    void aDropBreaksTheConnection() throws Exception {
        // A POST: clients may silently repeat a GET.
        fault("{\"target\":\"sms\",\"kind\":\"drop\"}");
        String other = SMS.replace("r1", "r3");
        assertThatThrownBy(() -> send("POST", "/sms/messages", other)).isInstanceOf(IOException.class);
        assertThat(send("POST", "/sms/messages", other).statusCode()).isEqualTo(202);
    }

    @Test
    void anImpossibleFaultIsRefused() throws Exception {
        assertThat(send("POST", "/sandbox/faults", "{\"target\":\"sms\",\"kind\":\"error\",\"times\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/sandbox/faults", "{\"target\":\"moon\",\"kind\":\"error\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPersonFindsAPageToTalkFrom() throws Exception {
        assertThat(send("GET", "/", "").body()).contains("发送位置");
    }
}
