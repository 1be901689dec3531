package org.linli.user.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of staff logins.
 *
 * @param bcryptCost rounds of the password hash as a power of two; 10 takes about 80 ms
 * @param bootstrap the first administrator, hired at start when there is no staff at all; blank = nobody
 */
@Validated
@ConfigurationProperties("linli.staff")
record StaffSettings(
        @DefaultValue("10") @Min(4) @Max(16) int bcryptCost,
        @DefaultValue Bootstrap bootstrap) {
    record Bootstrap(
            @DefaultValue("") String username,
            @DefaultValue("") String password) {
        @Override
        public String toString() {
            return "Bootstrap[hidden]";
        }
    }
}
