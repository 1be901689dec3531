package org.linli.loan.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.loan.history.statistics.Judgement;
import org.linli.loan.history.statistics.Sample;
import org.linli.loan.history.statistics.ScorecardFit;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Scorecard;
import org.springframework.stereotype.Component;

/** Fits a scorecard on seven of ten past loans and judges it on the other three, which it has not seen. */
@Component
class Fitting {
    private static final int MOST = 200_000;

    /** Known when a loan is asked for; see {@link SbaMapping} for what is left out and why. */
    static final Set<Fact> INPUTS = Set.of(
            Fact.AMOUNT_FEN,
            Fact.GUARANTEED_PER_MILLE,
            Fact.EMPLOYEES,
            Fact.JOBS_CREATED,
            Fact.JOBS_RETAINED,
            Fact.NEW_BUSINESS,
            Fact.PLACE_KIND,
            Fact.REVOLVING,
            Fact.SHORT_PAPERS,
            Fact.FRANCHISE,
            Fact.SECTOR,
            Fact.LENDER_NEARBY);

    private final PastLoans loans;

    Fitting(PastLoans loans) {
        this.loans = loans;
    }

    /** @param onUnseen the honest figure; {@code onFitted} beside it shows how much was learnt by heart */
    record Fitted(Scorecard scorecard, Judgement onUnseen, Judgement onFitted) {}

    /** @throws IllegalArgumentException when there are too few loans to say anything */
    Fitted fit() {
        try (Stream<PastLoan> all = loans.all(null)) {
            return fit(all.limit(MOST).toList());
        }
    }

    static Fitted fit(List<PastLoan> past) {
        List<Sample> seen = samples(past, true);
        List<Sample> unseen = samples(past, false);
        Scorecard scorecard = ScorecardFit.of(seen, INPUTS);
        return new Fitted(scorecard, Judgement.of(scorecard, unseen), Judgement.of(scorecard, seen));
    }

    private static List<Sample> samples(List<PastLoan> past, boolean forFitting) {
        return past.stream()
                .filter(loan -> loan.isForFitting() == forFitting)
                .map(loan -> new Sample(loan.known(), loan.bad()))
                .toList();
    }
}
