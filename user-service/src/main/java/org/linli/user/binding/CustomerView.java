package org.linli.user.binding;

import java.util.Optional;
import org.linli.user.identity.PersonFields;
import org.linli.user.identity.User;
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

    private final PersonFields fields;

    CustomerView(PersonFields fields) {
        this.fields = fields;
    }

    /** Empty for someone who is bound to nobody. */
    public Optional<Plain> of(User user) {
        return user.bankCustomer()
                .map(customer -> new Plain(
                        fields.number().decrypt(user.id(), customer.numberEncrypted()),
                        fields.name().decrypt(user.id(), customer.nameEncrypted()),
                        fields.idNumber().decrypt(user.id(), customer.idNumberEncrypted()),
                        fields.phone().decrypt(user.id(), customer.phoneEncrypted())));
    }

    /** The family name only. */
    public static String maskedName(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
