package org.linli.sandbox.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OauthController {
    private final WechatSettings settings;
    private final OauthCodes codes;

    OauthController(WechatSettings settings, OauthCodes codes) {
        this.settings = settings;
        this.codes = codes;
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

    @GetMapping("/wechat/sns/oauth2/access_token")
    Object exchange(
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType) {
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
