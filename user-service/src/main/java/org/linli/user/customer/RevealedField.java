package org.linli.user.customer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What staff may be shown in the clear, each only when asked for. */
enum RevealedField {
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("name")
    NAME,
    @JsonProperty("idNumber")
    ID_NUMBER,
    @JsonProperty("customerNumber")
    CUSTOMER_NUMBER
}
