package org.linli.loan.village;

import java.util.Optional;
import org.linli.loan.customerfile.FileFacts;

/**
 * What a household could be lent: no more than it can repay from its surplus, no more than what it owns above its debts
 * backs, and no more than the most for anybody; rounded down to a step. Whole fen throughout: shares are cut, never
 * rounded up.
 */
record LimitPolicy(
        int surplusMonths,
        int surplusSharePercent,
        int assetSharePercent,
        long minLimitFen,
        long maxLimitFen,
        long stepFen) {
    private static final int HUNDRED = 100;

    /**
     * Every component, so that the suggestion can be explained.
     *
     * @param limitFen absent (0) unless the kind is LIMIT
     */
    record Suggestion(Kind kind, long fromSurplusFen, long fromAssetsFen, long mostFen, long limitFen) {
        enum Kind {
            LIMIT,
            /** Less than the smallest limit. */
            TOO_LITTLE,
            /** Income, expenses, repayments or possessions are not stated. */
            UNKNOWN
        }
    }

    Suggestion suggest(FileFacts facts) {
        Optional<Long> surplus = facts.monthlySurplusFen();
        if (surplus.isEmpty() || !facts.financesStated()) {
            return new Suggestion(Suggestion.Kind.UNKNOWN, 0, 0, maxLimitFen, 0);
        }
        long fromSurplus = share(Math.multiplyExact(Math.max(0, surplus.get()), surplusMonths), surplusSharePercent);
        long fromAssets = share(Math.max(0, facts.assetsFen() - facts.debtsFen()), assetSharePercent);
        long least = Math.min(Math.min(fromSurplus, fromAssets), maxLimitFen);
        long limit = least - least % stepFen;
        return limit < minLimitFen
                ? new Suggestion(Suggestion.Kind.TOO_LITTLE, fromSurplus, fromAssets, maxLimitFen, 0)
                : new Suggestion(Suggestion.Kind.LIMIT, fromSurplus, fromAssets, maxLimitFen, limit);
    }

    private static long share(long fen, int percent) {
        return Math.multiplyExact(fen, percent) / HUNDRED;
    }
}
