package org.linli.loan.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Verdict;

/**
 * What a run has counted so far.
 *
 * @param moves from which verdict to which, such as {@code PASS>REFER}
 * @param badBefore lost loans among those that passed before, where the outcome is known
 * @param knownBefore loans with a known outcome among those that passed before
 */
record Tally(
        long seen,
        long changed,
        long passedBefore,
        long passedAfter,
        long knownBefore,
        long knownAfter,
        long badBefore,
        long badAfter,
        Map<String, Long> moves) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    Tally {
        moves = Map.copyOf(moves);
    }

    Tally with(Verdict before, Verdict after, @Nullable Boolean bad) {
        boolean known = bad != null;
        boolean lost = Boolean.TRUE.equals(bad);
        boolean in = before == Verdict.PASS;
        boolean stays = after == Verdict.PASS;
        Map<String, Long> counted = new LinkedHashMap<>(moves);
        counted.merge(before + ">" + after, 1L, Long::sum);
        return new Tally(
                seen + 1,
                changed + one(before != after),
                passedBefore + one(in),
                passedAfter + one(stays),
                knownBefore + one(in && known),
                knownAfter + one(stays && known),
                badBefore + one(in && lost),
                badAfter + one(stays && lost),
                counted);
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
