package org.linli.loan.policy.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Everything about policies that the bank may change, as one thing that is prepared, reviewed and published together. */
public record PolicyValues(Map<Threshold, Long> thresholds, Scorecard scorecard, PricingValues pricing) {
    public PolicyValues {
        Presence.require("thresholds", thresholds);
        Presence.require("scorecard", scorecard);
        Presence.require("pricing", pricing);
        Set<Threshold> missing = EnumSet.allOf(Threshold.class);
        missing.removeAll(thresholds.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("thresholds: missing " + missing);
        }
        thresholds.forEach((threshold, value) -> threshold.require(Presence.require(threshold.name(), value)));
        thresholds = new EnumMap<>(thresholds);
        requireOrder(thresholds, Threshold.BURDEN_REFER_PERCENT, Threshold.BURDEN_DECLINE_PERCENT);
        requireOrder(thresholds, Threshold.SCORE_REFER, Threshold.SCORE_PASS);
    }

    private static void requireOrder(Map<Threshold, Long> thresholds, Threshold low, Threshold high) {
        if (thresholds.getOrDefault(low, 0L) > thresholds.getOrDefault(high, 0L)) {
            throw new IllegalArgumentException(low + " (expected: at most " + high + ")");
        }
    }

    long of(Threshold threshold) {
        return Presence.require(threshold.name(), thresholds.get(threshold));
    }
}
