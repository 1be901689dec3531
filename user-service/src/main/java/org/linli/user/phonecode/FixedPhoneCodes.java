package org.linli.user.phonecode;

import java.util.HashMap;
import java.util.Map;
import org.linli.user.privacy.Phone;
import org.linli.user.startup.LocalOnly;
import org.springframework.stereotype.Component;

/** Codes of the demo people, valid for ever: on a developer's machine only, anywhere else they stop the start. */
@Component
class FixedPhoneCodes {
    private final Map<Phone, String> codes;

    FixedPhoneCodes(PhoneCodeSettings settings, LocalOnly localOnly) {
        this.codes = parse(settings.fixedPhoneCodes());
        localOnly.refuseElsewhere("FIXED_PHONE_CODES", !codes.isEmpty());
    }

    private static Map<Phone, String> parse(String pairs) {
        Map<Phone, String> codes = new HashMap<>();
        for (String pair : pairs.isBlank() ? new String[0] : pairs.split(",")) {
            String[] parts = pair.strip().split(":", 2);
            if (parts.length != 2 || !parts[1].matches("\\d{6}")) {
                throw new IllegalStateException("FIXED_PHONE_CODES (expected: phone:six digits,...)");
            }
            codes.put(Phone.of(parts[0]), parts[1]);
        }
        return codes;
    }

    boolean allow(Phone phone, String code) {
        return code.equals(codes.get(phone));
    }
}
