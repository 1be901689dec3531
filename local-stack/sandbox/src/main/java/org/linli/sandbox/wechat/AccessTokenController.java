package org.linli.sandbox.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Parameters arrive in the query or, whatever content type the client names, as a JSON body. */
@RestController
class AccessTokenController {
    private final WechatSettings settings;
    private final AccessTokens tokens;
    private final JsonMapper json;

    AccessTokenController(WechatSettings settings, AccessTokens tokens, JsonMapper json) {
        this.settings = settings;
        this.tokens = tokens;
        this.json = json;
    }

    record Credentials(
            @JsonProperty("grant_type") @Nullable String grantType,
            @Nullable String appid,
            @Nullable String secret,
            @JsonProperty("force_refresh") @Nullable Boolean forceRefresh) {}

    record Issued(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    @RequestMapping(
            path = {"/wechat/cgi-bin/stable_token", "/wechat/cgi-bin/token"},
            method = RequestMethod.GET)
    Object byQuery(
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            @RequestParam(required = false) @Nullable String appid,
            @RequestParam(required = false) @Nullable String secret) {
        return verdict(new Credentials(grantType, appid, secret, true), tokens::fresh);
    }

    @RequestMapping(
            path = {"/wechat/cgi-bin/stable_token", "/wechat/cgi-bin/token"},
            method = RequestMethod.POST)
    Object byBody(@RequestBody byte[] body) {
        Credentials credentials;
        try {
            credentials = json.readValue(body, Credentials.class);
        } catch (JacksonException e) {
            return WechatError.DATA_FORMAT;
        }
        boolean force = Boolean.TRUE.equals(credentials.forceRefresh());
        return verdict(credentials, appId -> tokens.stable(appId, force));
    }

    /** Makes every token bad at once, so that a client's single refresh can be watched. */
    @DeleteMapping("/sandbox/wechat/access-tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void invalidate() {
        tokens.invalidateAll();
    }

    private Object verdict(Credentials credentials, Function<String, AccessTokens.Token> tokenOf) {
        if (!"client_credential".equals(credentials.grantType())) {
            return WechatError.INVALID_GRANT_TYPE;
        }
        Optional<WechatSettings.Account> account = settings.account(credentials.appid());
        if (account.isEmpty()) {
            return WechatError.INVALID_APPID;
        }
        if (!account.get().opensWith(credentials.secret())) {
            return WechatError.INVALID_SECRET;
        }
        AccessTokens.Token token = tokenOf.apply(account.get().appId());
        return new Issued(token.value(), token.secondsLeft());
    }
}
