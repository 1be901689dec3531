package org.linli.user.login;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What staff have to bring to a login.
 *
 * @param secondFactor whether everyone needs one; {@code OFF} in the profile {@code local} only, and whoever has one
 *     gives it even then
 * @param forcedChange whether a password that somebody else has set must be changed at the first login
 * @param sprayedNames failed names in a minute, over all, from which on guessing across names is assumed
 */
@Validated
@ConfigurationProperties("linli.staff")
record StaffLoginSettings(
        @DefaultValue("REQUIRED") SecondFactor secondFactor,
        @DefaultValue("true") boolean forcedChange,
        @DefaultValue("100") @Min(10) @Max(10_000) int sprayedNames) {
    enum SecondFactor {
        REQUIRED,
        OFF
    }
}
