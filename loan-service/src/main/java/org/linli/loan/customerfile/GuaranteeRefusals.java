package org.linli.loan.customerfile;

import java.math.BigDecimal;
import org.linli.starter.web.ProblemException;

/** What is left of the cap, or the refusal as a problem. */
final class GuaranteeRefusals implements GuaranteeOutcome.Cases<Long> {
    private static final int FEN_DIGITS = 2;

    @Override
    public Long done(long availableFen) {
        return availableFen;
    }

    @Override
    public Long unknownCompany() {
        throw ProblemException.notFound();
    }

    @Override
    public Long aboveCap(long availableFen) {
        throw ProblemException.refused("guarantee-above-cap", yuan(availableFen));
    }

    @Override
    public Long differentAmount(long reservedFen) {
        throw ProblemException.conflict("guarantee-reserved-differently", yuan(reservedFen));
    }

    @Override
    public Long notReserved() {
        throw ProblemException.conflict("guarantee-not-reserved");
    }

    @Override
    public Long released() {
        throw ProblemException.conflict("guarantee-released");
    }

    @Override
    public Long capBelowUse(long usedFen) {
        throw ProblemException.refused("cap-below-use", yuan(usedFen));
    }

    @Override
    public Long full(int most) {
        throw ProblemException.refused("guarantee-company-full", most);
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS);
    }
}
