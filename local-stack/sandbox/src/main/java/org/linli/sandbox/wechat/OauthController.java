package org.linli.sandbox.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class OauthController {
    private final WechatSettings settings;
    private final OauthCodes codes;
    private final JsonMapper json;

    OauthController(WechatSettings settings, OauthCodes codes, JsonMapper json) {
        this.settings = settings;
        this.codes = codes;
        this.json = json;
    }

    record CodeRequest(String openid) {}

    record Code(String code, String openid, long expiresInSeconds) {}

    record Login(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") int expiresIn,
            @JsonProperty("refresh_token") String refreshToken,
            String openid,
            String scope) {}

    @PostMapping("/sandbox/wechat/codes")
    Code issue(@RequestBody CodeRequest request) {
        String openid = Openids.required(request.openid());
        return new Code(codes.issue(openid), openid, OauthCodes.LIFETIME.toSeconds());
    }

    /** Labelled as plain text, as Tencent labels it: a client that trusts the content type must fail here, not there. */
    @GetMapping("/wechat/sns/oauth2/access_token")
    ResponseEntity<String> exchange(
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(json.writeValueAsString(verdict(appid, secret, code, grantType)));
    }

    private Object verdict(String appid, String secret, String code, String grantType) {
        if (!settings.appId().equals(appid)) {
            return WechatError.INVALID_APPID;
        }
        if (!settings.appSecret().equals(secret)) {
            return WechatError.INVALID_SECRET;
        }
        if (!"authorization_code".equals(grantType)) {
            return WechatError.INVALID_GRANT_TYPE;
        }
        String openid = codes.exchange(code);
        return openid == null ? WechatError.INVALID_CODE : loginOf(openid);
    }

    private static Login loginOf(String openid) {
        return new Login(UUID.randomUUID().toString(), 7200, UUID.randomUUID().toString(), openid, "snsapi_base");
    }
}
