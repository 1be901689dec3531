package org.linli.loan.product;

import org.linli.loan.foureyes.FourEyes;

/** What became of the wish to change a product. */
sealed interface ProductChange {
    record Done(ProductLine line, Edition edition) implements ProductChange {}

    /** No such product or edition. */
    record Absent() implements ProductChange {}

    /** Another edition of the product waits for its review. */
    record ReviewPending(int version) implements ProductChange {}

    /** The edition was reviewed before. */
    record AlreadyReviewed(Edition.State state) implements ProductChange {}

    /** The date lies in the past, or before that of an edition published earlier. */
    record TooEarly(java.time.LocalDate earliest) implements ProductChange {}

    /** Whoever prepared it does not publish it (rule P-2). */
    record FourEyesConflict(FourEyes.Reason reason) implements ProductChange {}
}
