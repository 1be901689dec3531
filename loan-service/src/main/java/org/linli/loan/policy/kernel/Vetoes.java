package org.linli.loan.policy.kernel;

import java.util.List;

/** The veto that an accepted explanation lifts (rule L-7); the others lift by nothing. */
final class Vetoes {
    private Vetoes() {}

    static Judge.Answer longArrears(Judge.Asked asked) {
        long limit = asked.values().of(Threshold.ARREARS_VETO_MONTHS);
        String rule = Fact.OVERDUE_MONTHS_IN_A_ROW + " < " + limit + " or " + Fact.ARREARS_EXPLAINED;
        Long months = asked.facts().number(Fact.OVERDUE_MONTHS_IN_A_ROW).orElse(null);
        if (months == null) {
            return Judge.Answer.unknown(rule, List.of(Fact.OVERDUE_MONTHS_IN_A_ROW), Fact.OVERDUE_MONTHS_IN_A_ROW);
        }
        boolean explained = asked.facts().number(Fact.ARREARS_EXPLAINED).orElse(0L) == 1;
        return months < limit || explained
                ? Judge.Answer.pass(rule, Fact.OVERDUE_MONTHS_IN_A_ROW, Fact.ARREARS_EXPLAINED)
                : Judge.Answer.of(
                        Verdict.DECLINE, "long-arrears", rule, Fact.OVERDUE_MONTHS_IN_A_ROW, Fact.ARREARS_EXPLAINED);
    }
}
