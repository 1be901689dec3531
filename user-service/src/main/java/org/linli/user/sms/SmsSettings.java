package org.linli.user.sms;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where text messages go.
 *
 * @param url the gateway; messages are posted to {@code <url>/messages}
 */
@Validated
@ConfigurationProperties("linli.sms")
record SmsSettings(
        @DefaultValue("") @Pattern(regexp = "https?://.+", message = "SMS_URL is not an address") String url,

        @DefaultValue("2s") Duration timeout) {}
