package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What facts are made from, and rules never read.
 *
 * @param gone there is nobody any more
 * @param survivor whom this person has become
 * @param seen of each part of the person the number of the event that said it
 * @param loans those to the person's shops; null = none was heard of
 * @param bound what the binding said about owing, where a loan says more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record History(
        boolean consumer,
        boolean gone,
        @Nullable String survivor,
        Map<String, Long> seen,
        List<Deal> deals,
        List<Liking> likings,
        @Nullable List<Loan> loans,
        @Nullable Boolean bound) {
    static History ofNobody(@Nullable String survivor) {
        return new History(false, true, survivor, Map.of(), List.of(), List.of(), null, null);
    }

    Loans heardOf() {
        return loans == null ? Loans.NONE : new Loans(loans);
    }

    /** What the binding alone said; without loans the facts say it. */
    @Nullable Boolean owesByBinding(Facts facts) {
        return loans == null ? facts.borrower() : bound;
    }
}
