package org.linli.user.phonecode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of codes sent to phones.
 *
 * @param fixedPhoneCodes profile {@code local} only: {@code phone:code} pairs, separated by commas, that always work
 */
@ConfigurationProperties("linli.login")
record PhoneCodeSettings(@DefaultValue("") String fixedPhoneCodes) {
    @Override
    public String toString() {
        return "PhoneCodeSettings[hidden]";
    }
}
