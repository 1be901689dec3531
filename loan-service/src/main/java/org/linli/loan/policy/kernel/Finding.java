package org.linli.loan.policy.kernel;

import java.util.List;
import java.util.Map;

/**
 * One line of the trace: which policy looked at what, by which rule, and what it found.
 *
 * @param reason stable code; {@code ok} for a pass, {@code data-missing} when a fact is unknown
 * @param inputs the facts that it looked at, as they were
 * @param rule the comparison with its threshold, such as {@code QUERIES_3_MONTHS <= 6}
 * @param missing what it would have needed
 */
public record Finding(
        Policy policy, Verdict verdict, String reason, Map<Fact, String> inputs, String rule, List<Fact> missing) {
    static final String OK = "ok";
    public static final String DATA_MISSING = "data-missing";

    public Finding {
        inputs = Map.copyOf(inputs);
        missing = List.copyOf(missing);
    }
}
