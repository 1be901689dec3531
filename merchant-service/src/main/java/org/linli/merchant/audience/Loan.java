package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A loan to a person's shop, as its latest event left it.
 *
 * @param open whether money is owed
 * @param disbursedOn date; the oldest go first
 * @param sequence number of the loan's event that said so
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Loan(String id, boolean open, String disbursedOn, long sequence) {
    Loan latest(Loan other) {
        return other.sequence > sequence ? other : this;
    }
}
