package org.linli.user.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.identity.Users;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.linli.user.sms.SmsGateway;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Logs merchants' people in by a code that only the holder of the phone can know. */
@Component
class PhoneLogin {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PhoneCodes codes;
    private final FixedPhoneCodes fixedCodes;
    private final PersonalData personalData;
    private final SmsGateway sms;
    private final Users users;
    private final MessageSource messages;
    private final Principals principals;
    private final Clock clock;

    PhoneLogin(
            PhoneCodes codes,
            FixedPhoneCodes fixedCodes,
            PersonalData personalData,
            SmsGateway sms,
            Users users,
            MessageSource messages,
            Principals principals,
            Clock clock) {
        this.codes = codes;
        this.fixedCodes = fixedCodes;
        this.personalData = personalData;
        this.sms = sms;
        this.users = users;
        this.messages = messages;
        this.principals = principals;
        this.clock = clock;
    }

    /** @throws DependencyUnavailableException when the message could not be sent; asking again is then allowed */
    PhoneCode.Request sendCode(Phone phone, Locale locale) {
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        String key = personalData.index(phone);
        PhoneCode.Request request = codes.change(key, entry -> entry.request(hash(phone, code), clock.instant()));
        if (request instanceof PhoneCode.Request.Granted) {
            send(phone, code, key, locale);
        }
        return request;
    }

    private void send(Phone phone, String code, String key, Locale locale) {
        try {
            sms.send(phone, messages.getMessage("sms.login-code", new Object[] {code}, locale));
        } catch (DependencyUnavailableException e) {
            codes.change(key, entry -> {
                entry.withdraw();
                return true;
            });
            throw e;
        }
    }

    LoginResult logIn(Phone phone, String code) {
        boolean right = fixedCodes.allow(phone, code)
                || codes.change(personalData.index(phone), entry -> entry.redeem(hash(phone, code), clock.instant()));
        return right
                ? new LoginResult.LoggedIn(principals.of(users.merchantPerson(phone)))
                : new LoginResult.WrongCredentials();
    }

    /** Keyed: a million codes would be tried in no time against a plain hash. */
    private String hash(Phone phone, String code) {
        return personalData.index("phone-code", phone.digits(), code);
    }
}
