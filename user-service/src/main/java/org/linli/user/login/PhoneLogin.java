package org.linli.user.login;

import java.util.Locale;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.identity.Users;
import org.linli.user.phonecode.CodeRequest;
import org.linli.user.phonecode.PhoneCodes;
import org.linli.user.privacy.Phone;
import org.springframework.stereotype.Component;

/** Logs merchants' people in by a code that only the holder of the phone can know. */
@Component
class PhoneLogin {
    private final PhoneCodes codes;
    private final Users users;
    private final PersonLogin people;

    PhoneLogin(PhoneCodes codes, Users users, PersonLogin people) {
        this.codes = codes;
        this.users = users;
        this.people = people;
    }

    /** @throws DependencyUnavailableException when the message could not be sent; asking again is then allowed */
    CodeRequest sendCode(Phone phone, Locale locale) {
        return codes.send(PhoneCodes.Purpose.LOGIN, phone, locale);
    }

    LoginResult logIn(Phone phone, String code) {
        return codes.redeem(PhoneCodes.Purpose.LOGIN, phone, code)
                ? people.logIn(() -> users.merchantPerson(phone))
                : new LoginResult.WrongCredentials();
    }
}
