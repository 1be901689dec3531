package org.linli.merchant.audience;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The loans to someone's shops, each once, as far back as the latest hundred. */
record Loans(List<Loan> all) {
    private static final int MOST = 100;
    private static final Comparator<Loan> NEWEST_FIRST = Comparator.comparing(Loan::open)
            .thenComparing(Loan::disbursedOn)
            .reversed()
            .thenComparing(Loan::id);

    static final Loans NONE = new Loans(List.of());

    Loans {
        all = List.copyOf(all);
    }

    Loans with(Loan loan) {
        return and(new Loans(List.of(loan)));
    }

    /** Of what is in both the later word counts. */
    Loans and(Loans other) {
        Map<String, Loan> byId = new LinkedHashMap<>();
        Stream.concat(all.stream(), other.all.stream()).forEach(loan -> byId.merge(loan.id(), loan, Loan::latest));
        return new Loans(byId.values().stream().sorted(NEWEST_FIRST).limit(MOST).toList());
    }

    /** @param byBinding what the bank said when the person was bound; it may know of loans that are told nowhere */
    @Nullable Boolean owes(@Nullable Boolean byBinding) {
        return all.stream().anyMatch(Loan::open) ? Boolean.TRUE : byBinding;
    }
}
