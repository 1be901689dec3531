package org.linli.user.login;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The official accounts through which people log in.
 *
 * @param accounts by our account id
 */
@ConfigurationProperties("linli.wechat")
record WechatSettings(
        @DefaultValue Map<String, Account> accounts,
        @DefaultValue("2s") Duration timeout) {
    record Account(
            @DefaultValue("") String appId,
            @DefaultValue("") String appSecret,
            @DefaultValue("https://api.weixin.qq.com") String apiBaseUrl) {
        @Override
        public String toString() {
            return "Account[" + appId + "]";
        }
    }
}
