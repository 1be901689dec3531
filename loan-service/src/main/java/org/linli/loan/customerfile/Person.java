package org.linli.loan.customerfile;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Somebody in full, on the way into or out of the sealed form (rule P-4). */
record Person(
        String name,
        IdNumber idNumber,
        @Nullable Phone phone,
        @Nullable String address) {

    /** {@code 王*}, the way the bank's notices name people. */
    String maskedName() {
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    /** The address without what people write differently: width, spaces, punctuation. */
    @Nullable String comparableAddress() {
        return address == null
                ? null
                : Normalizer.normalize(address, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}\\u3000-\\u303f]", "");
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
