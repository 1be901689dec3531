package org.linli.sandbox.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** @param appid the account the code is good for, the first one when left out */
    record CodeRequest(
            String openid,
            @Nullable String unionid,
            @Nullable String appid) {}

    record Code(String code, String openid, long expiresInSeconds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Login(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") int expiresIn,
            @JsonProperty("refresh_token") String refreshToken,
            String openid,
            @Nullable String unionid,
            String scope) {}

    @PostMapping("/sandbox/wechat/codes")
    Code issue(@RequestBody CodeRequest request) {
        String openid = Openids.required(request.openid());
        String unionid = request.unionid();
        OauthCodes.Person person = new OauthCodes.Person(openid, unionid == null ? null : Openids.required(unionid));
        return new Code(codes.issue(accountOf(request), person), openid, OauthCodes.LIFETIME.toSeconds());
    }

    private WechatSettings.Account accountOf(CodeRequest request) {
        return request.appid() == null
                ? settings.firstAccount()
                : settings.account(request.appid())
                        .orElseThrow(() -> new IllegalArgumentException("appid (expected: a known account's)"));
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
        Optional<WechatSettings.Account> account = settings.account(appid);
        if (account.isEmpty()) {
            return WechatError.INVALID_APPID;
        }
        if (!account.get().opensWith(secret)) {
            return WechatError.INVALID_SECRET;
        }
        if (!"authorization_code".equals(grantType)) {
            return WechatError.INVALID_GRANT_TYPE;
        }
        OauthCodes.Person person = codes.exchange(account.get(), code);
        return person == null ? WechatError.INVALID_CODE : loginOf(person);
    }

    /** Tencent tells the unionid only where the person agreed to more than the bare openid. */
    private static Login loginOf(OauthCodes.Person person) {
        return new Login(
                UUID.randomUUID().toString(),
                7200,
                UUID.randomUUID().toString(),
                person.openid(),
                person.unionid(),
                person.unionid() == null ? "snsapi_base" : "snsapi_userinfo");
    }
}
