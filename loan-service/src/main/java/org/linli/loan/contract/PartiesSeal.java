package org.linli.loan.contract;

import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** People and account of a contract as one encrypted text (rule P-4), bound to the contract. */
@Component
class PartiesSeal {
    private final SealedField field;
    private final JsonMapper json;

    PartiesSeal(FieldCipher cipher, JsonMapper json) {
        this.field = cipher.field(Contract.COLLECTION, "draft.sealedParties");
        this.json = json;
    }

    String seal(String caseId, ContractParties parties) {
        return field.encrypt(caseId, json.writeValueAsString(parties));
    }

    ContractParties open(String caseId, String sealed) {
        return json.readValue(field.decrypt(caseId, sealed), ContractParties.class);
    }
}
