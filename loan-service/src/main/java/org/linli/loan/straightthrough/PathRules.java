package org.linli.loan.straightthrough;

import java.math.BigInteger;
import java.util.Optional;
import org.linli.starter.Ids;

/** Who may go the short way at all; pure functions. */
final class PathRules {
    private static final int HEX = 16;

    private PathRules() {}

    /** Why a case has to go the normal way before anybody is asked about it; the first reason that applies. */
    static Optional<Referral> refers(
            String caseId, String productCode, long amountFen, int termMonths, StraightThroughSettings settings) {
        StraightThroughSettings.Limit limit = settings.limits().get(productCode);
        if (limit == null) {
            return Optional.of(Referral.PRODUCT);
        }
        if (amountFen > limit.maxAmountFen()) {
            return Optional.of(Referral.AMOUNT);
        }
        if (termMonths > limit.maxTermMonths()) {
            return Optional.of(Referral.TERM);
        }
        return isSample(caseId, settings.sampleEvery()) ? Optional.of(Referral.SAMPLE) : Optional.empty();
    }

    /** Chosen by the case's id alone: nobody can steer it, and anybody can work it out again. */
    static boolean isSample(String caseId, int every) {
        return every > 0
                && new BigInteger(Ids.hash("straight-through-sample", caseId), HEX)
                                .mod(BigInteger.valueOf(every))
                                .signum()
                        == 0;
    }
}
