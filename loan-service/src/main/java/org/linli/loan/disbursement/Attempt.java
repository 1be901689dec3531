package org.linli.loan.disbursement;

import org.jspecify.annotations.Nullable;

/** What was ordered before and came to nothing, or was taken back; kept as it was. */
record Attempt(Order order, Movement payment, @Nullable Reversal reversal) {}
