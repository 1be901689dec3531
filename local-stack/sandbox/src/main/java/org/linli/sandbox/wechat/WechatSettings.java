package org.linli.sandbox.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The official accounts the sandbox plays, and where messages go. A person has another openid in the second account; its followers' messages are
 * still sealed as the first account's.
 */
@ConfigurationProperties("sandbox.wechat")
record WechatSettings(
        String appId,
        String appSecret,
        String secondAppId,
        String secondAppSecret,
        String token,
        String encodingAesKey,
        String callbackUrl,
        Duration cutOff) {
    record Account(String appId, String appSecret, boolean first) {
        boolean opensWith(@Nullable String secret) {
            return appSecret.equals(secret);
        }

        /** The openid of a demo person; in the first account it is short, as it has always been. */
        String openidOf(String person) {
            return "o-" + (first ? "" : appId.substring(appId.length() - 4) + "-") + person;
        }
    }

    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern ACCOUNT_IN_PATH = Pattern.compile("/wechat/[^/]+/callback$");

    WechatSettings {
        if (secondAppId.length() < 4 || secondAppId.equals(appId)) {
            throw new IllegalArgumentException(
                    "WECHAT_SECOND_APP_ID: " + secondAppId + " (expected: another one than WECHAT_APP_ID)");
        }
        if (encodingAesKey.length() != 43) {
            throw new IllegalArgumentException(
                    "WECHAT_ENCODING_AES_KEY: " + encodingAesKey.length() + " characters (expected: 43)");
        }
    }

    Account firstAccount() {
        return new Account(appId, appSecret, true);
    }

    Optional<Account> account(@Nullable String id) {
        return Stream.of(firstAccount(), new Account(secondAppId, secondAppSecret, false))
                .filter(one -> one.appId().equals(id))
                .findFirst();
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
