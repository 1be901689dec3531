package org.linli.user.binding;

import org.linli.user.identity.BankCustomer;
import org.linli.user.privacy.PersonalData;
import org.springframework.stereotype.Component;

/** Opens what is kept about a bound customer, for masking or for whoever may see it. */
@Component
public class CustomerView {
    /** In the clear: handle with care. */
    public record Plain(String number, String name, String idNumber, String phone) {
        @Override
        public String toString() {
            return "Plain[hidden]";
        }
    }

    private final PersonalData personalData;

    CustomerView(PersonalData personalData) {
        this.personalData = personalData;
    }

    public Plain of(BankCustomer customer) {
        return new Plain(
                personalData.decrypt(customer.numberEncrypted()),
                personalData.decrypt(customer.nameEncrypted()),
                personalData.decrypt(customer.idNumberEncrypted()),
                personalData.decrypt(customer.phoneEncrypted()));
    }

    /** The family name only. */
    public static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
