package org.linli.loan.policy.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one policy looks at a case: a pure function. The recurring shapes are here; what is special is with its policy. */
@FunctionalInterface
interface Judge {
    /** @param price proposed for the case */
    record Asked(Facts facts, PolicyValues values, Scorecard.Score score, Price price) {}

    record Answer(Verdict verdict, String reason, String rule, List<Fact> inputs, List<Fact> missing) {
        static Answer pass(String rule, Fact... inputs) {
            return new Answer(Verdict.PASS, Finding.OK, rule, List.of(inputs), List.of());
        }

        static Answer of(Verdict verdict, String reason, String rule, Fact... inputs) {
            return new Answer(verdict, reason, rule, List.of(inputs), List.of());
        }

        static Answer unknown(String rule, List<Fact> missing, Fact... inputs) {
            return new Answer(Verdict.UNKNOWN, Finding.DATA_MISSING, rule, List.of(inputs), missing);
        }
    }

    Answer judge(Asked asked);

    static Judge atMost(Fact fact, Threshold limit, Verdict otherwise, String reason) {
        return asked -> {
            long most = asked.values().of(limit);
            return compared(
                    asked.facts().number(fact).orElse(null), fact, fact + " <= " + most, otherwise, reason, most);
        };
    }

    static Judge none(Fact fact, String reason) {
        return asked ->
                compared(asked.facts().number(fact).orElse(null), fact, fact + " = 0", Verdict.DECLINE, reason, 0);
    }

    static Judge noneOrRefer(Fact fact, String reason) {
        return asked ->
                compared(asked.facts().number(fact).orElse(null), fact, fact + " = 0", Verdict.REFER, reason, 0);
    }

    private static Answer compared(
            @Nullable Long value, Fact fact, String rule, Verdict otherwise, String reason, long most) {
        if (value == null) {
            return Answer.unknown(rule, List.of(fact), fact);
        }
        return value <= most ? Answer.pass(rule, fact) : Answer.of(otherwise, reason, rule, fact);
    }

    static Judge atLeast(Fact fact, Threshold limit, Verdict otherwise, String reason) {
        return asked -> {
            long least = asked.values().of(limit);
            String rule = fact + " >= " + least;
            Long value = asked.facts().number(fact).orElse(null);
            if (value == null) {
                return Answer.unknown(rule, List.of(fact), fact);
            }
            return value >= least ? Answer.pass(rule, fact) : Answer.of(otherwise, reason, rule, fact);
        };
    }
}
