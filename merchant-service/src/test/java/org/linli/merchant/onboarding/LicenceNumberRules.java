package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.merchant.Licences;

class LicenceNumberRules {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L", "91440300708461136T"})
    void aPublishedCodeIsValid(String code) {
        assertThat(LicenceNumber.parse(code)).isPresent();
    }

    @Test
    void smallLettersAndBlanksAroundAreForgiven() {
        assertThat(LicenceNumber.parse(" 91350100m000100y43 ")).contains(new LicenceNumber("91350100M000100Y43"));
    }

    @Test
    void everyOtherCheckCharacterIsWrong() {
        String right = Licences.next();
        String body = right.substring(0, 17);
        long valid = "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .filter(check -> LicenceNumber.parse(body + (char) check).isPresent())
                .count();
        assertThat(valid).isOne();
    }

    @Test
    void twoNeighboursSwappedAreNoticed() {
        assertThat(LicenceNumber.parse("91350100M000010Y43")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "91350100M000100Y4", "91350100M000100Y433", "9135O100M000100Y43", "91350100M000100Y4\u6c49"})
    void anythingElseIsNoCode(String text) {
        assertThat(LicenceNumber.parse(text)).isEmpty();
    }

    @Test
    void anInvalidOneCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LicenceNumber("91350100M000100Y44"));
    }
}
