package org.linli.sandbox.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one official account the sandbox plays, and where its messages go. */
@ConfigurationProperties("sandbox.wechat")
record WechatSettings(
        String appId, String appSecret, String token, String encodingAesKey, String callbackUrl, Duration cutOff) {
    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern ACCOUNT_IN_PATH = Pattern.compile("/wechat/[^/]+/callback$");

    WechatSettings {
        if (encodingAesKey.length() != 43) {
            throw new IllegalArgumentException(
                    "WECHAT_ENCODING_AES_KEY: " + encodingAesKey.length() + " characters (expected: 43)");
        }
    }

    URI callbackOf(@Nullable String accountId) {
        String account = accountId == null ? "hq" : accountId;
        if (!ACCOUNT_ID.matcher(account).matches()) {
            throw new IllegalArgumentException("accountId (expected: 1-32 letters, digits, _ or -)");
        }
        if (callbackUrl.contains("{accountId}")) {
            return URI.create(callbackUrl.replace("{accountId}", account));
        }
        String url = accountId == null
                ? callbackUrl
                : ACCOUNT_IN_PATH.matcher(callbackUrl).replaceFirst("/wechat/" + account + "/callback");
        return URI.create(url);
    }

    WxMpCryptUtil crypto() {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(appId);
        config.setToken(token);
        config.setAesKey(encodingAesKey);
        return new WxMpCryptUtil(config);
    }
}
