package org.linli.sandbox.wechat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.sandbox.memory.RecentEntries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class CustomerServiceController {
    private final RecentEntries<Sent> sent = new RecentEntries<>(2_000);
    private final AccessTokens tokens;
    private final JsonMapper json;
    private final Clock clock;

    CustomerServiceController(AccessTokens tokens, JsonMapper json, Clock clock) {
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    /** @param content the text of a text message; the whole message is in {@code body} */
    record Sent(String openid, String type, @Nullable String content, JsonNode body, Instant sentAt) {}

    @PostMapping("/wechat/cgi-bin/message/custom/send")
    WechatError send(@RequestParam(name = "access_token", defaultValue = "") String token, @RequestBody byte[] body) {
        WechatError refusal = tokens.refusalOf(token);
        if (refusal != null) {
            return refusal;
        }
        JsonNode message = read(body);
        if (message == null) {
            return WechatError.DATA_FORMAT;
        }
        String openid = message.path("touser").asString("");
        if (!Openids.isOpenid(openid)) {
            return WechatError.INVALID_OPENID;
        }
        sent.add(sentOf(openid, message));
        return WechatError.OK;
    }

    @GetMapping("/sandbox/wechat/sent")
    List<Sent> sent(@RequestParam(required = false) @Nullable String openid) {
        return sent.matching(one -> openid == null || openid.equals(one.openid())).stream()
                .limit(100)
                .toList();
    }

    private Sent sentOf(String openid, JsonNode message) {
        JsonNode content = message.path("text").path("content");
        return new Sent(
                openid,
                message.path("msgtype").asString(""),
                content.isString() ? content.asString() : null,
                message,
                clock.instant());
    }

    private @Nullable JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
