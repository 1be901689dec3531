package org.linli.user.phonecode;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.linli.user.sms.SmsGateway;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sends codes to phones and checks what comes back. A code is good for one purpose and one asker only. */
@Component
public class PhoneCodes {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What a code is for.
     *
     * @param message key of the text to send
     * @param asker who asked for it; empty when nobody is known yet
     */
    public record Purpose(String name, String message, String asker) {
        public static final Purpose LOGIN = new Purpose("login", "sms.login-code", "");

        public static Purpose binding(String userId) {
            return new Purpose("binding", "sms.binding-code", userId);
        }
    }

    private final PhoneCodeStore codes;
    private final FixedPhoneCodes fixedCodes;
    private final PersonalData personalData;
    private final SmsGateway sms;
    private final MessageSource messages;
    private final Clock clock;

    PhoneCodes(
            PhoneCodeStore codes,
            FixedPhoneCodes fixedCodes,
            PersonalData personalData,
            SmsGateway sms,
            MessageSource messages,
            Clock clock) {
        this.codes = codes;
        this.fixedCodes = fixedCodes;
        this.personalData = personalData;
        this.sms = sms;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws DependencyUnavailableException when the message could not be sent; asking again is then allowed */
    public CodeRequest send(Purpose purpose, Phone phone, Locale locale) {
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        String key = key(purpose, personalData.index(phone));
        CodeRequest request = codes.change(key, entry -> entry.request(hash(purpose, phone, code), clock.instant()));
        if (request instanceof CodeRequest.Granted) {
            handOver(purpose, phone, code, key, locale);
        }
        return request;
    }

    private void handOver(Purpose purpose, Phone phone, String code, String key, Locale locale) {
        try {
            sms.send(phone, messages.getMessage(purpose.message(), new Object[] {code}, locale));
        } catch (DependencyUnavailableException e) {
            codes.change(key, entry -> {
                entry.withdraw();
                return true;
            });
            throw e;
        }
    }

    /** Tries a code; a right one is used up by it, a wrong one costs a try. */
    public boolean redeem(Purpose purpose, Phone phone, String code) {
        return fixedCodes.allow(phone, code)
                || codes.change(
                        key(purpose, personalData.index(phone)),
                        entry -> entry.redeem(hash(purpose, phone, code), clock.instant()));
    }

    /** What the code was used for could not be done, and not through its holder's fault. */
    public void giveBack(Purpose purpose, Phone phone, String code) {
        if (!fixedCodes.allow(phone, code)) {
            codes.change(key(purpose, personalData.index(phone)), entry -> {
                entry.giveBack(hash(purpose, phone, code));
                return true;
            });
        }
    }

    /** Lets everything go that is kept about a phone. */
    public void forget(String phoneIndex) {
        codes.forget(key(Purpose.LOGIN, phoneIndex));
        codes.forget(key(Purpose.binding(""), phoneIndex));
    }

    private String key(Purpose purpose, String phoneIndex) {
        return purpose.equals(Purpose.LOGIN)
                ? phoneIndex
                : personalData.index("phone-code", purpose.name(), phoneIndex);
    }

    /** Keyed: a million codes would be tried in no time against a plain hash. */
    private String hash(Purpose purpose, Phone phone, String code) {
        return purpose.equals(Purpose.LOGIN)
                ? personalData.index("phone-code", phone.digits(), code)
                : personalData.index("phone-code", purpose.name(), purpose.asker(), phone.digits(), code);
    }
}
