package org.linli.loan.disbursement;

import org.linli.loan.contract.Payee;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the money goes, as one encrypted text (rule P-4), bound to the disbursement. */
@Component
class PayeeSeal {
    private final SealedField field;
    private final JsonMapper json;

    PayeeSeal(FieldCipher cipher, JsonMapper json) {
        this.field = cipher.field(Disbursement.COLLECTION, "order.sealedPayee");
        this.json = json;
    }

    String seal(String disbursementId, Payee payee) {
        return field.encrypt(disbursementId, json.writeValueAsString(payee));
    }

    Payee open(String disbursementId, String sealed) {
        return json.readValue(field.decrypt(disbursementId, sealed), Payee.class);
    }
}
