package org.linli.wechat.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicBaseUrl where followers' browsers find the web pages
 * @param apiBaseUrl Tencent's API, or the sandbox that plays it
 * @param deadline when a reply is given up and sent later; WeChat hangs up after 5 s
 * @param workers messages worked on at the same time
 * @param plaintextAllowed whether unencrypted messages are taken: their signature does not cover the body
 */
@Validated
@ConfigurationProperties("linli.wechat")
public record WechatSettings(
        @NotBlank String publicBaseUrl,
        @NotBlank String apiBaseUrl,
        Duration deadline,
        @Min(1) @Max(512) int workers,
        boolean plaintextAllowed,
        @NotEmpty List<OfficialAccount> accounts) {
    private static final Duration LATEST = Duration.ofMillis(4_500);

    public WechatSettings {
        if (deadline.compareTo(LATEST) > 0) {
            throw new IllegalArgumentException("linli.wechat.deadline: " + deadline + " (expected: <= " + LATEST + ")");
        }
    }

    public Optional<OfficialAccount> account(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }
}
