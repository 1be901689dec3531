package org.linli.user.rights;

import java.util.List;
import org.linli.user.identity.PersonPart;
import org.linli.user.phonecode.PhoneCodes;
import org.springframework.stereotype.Component;

/** Codes that were sent to someone who is forgotten. */
@Component
class PhoneTraces implements PersonPart {
    private final PhoneCodes codes;

    PhoneTraces(PhoneCodes codes) {
        this.codes = codes;
    }

    @Override
    public void forget(String userId, List<String> phoneIndexes) {
        phoneIndexes.forEach(codes::forget);
    }
}
