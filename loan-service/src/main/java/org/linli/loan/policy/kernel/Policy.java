package org.linli.loan.policy.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The bank's policies, by name. Names are stored with decisions: they are added, never renamed or removed. */
public enum Policy {
    CREDIT_REPORT_FRESH(
            "L-7",
            Basis.REPORT,
            Judge.atMost(Fact.REPORT_AGE_DAYS, Threshold.MAX_REPORT_AGE_DAYS, Verdict.REFER, "report-too-old")),
    NO_LONG_ARREARS("L-7", Basis.VETO, Vetoes::longArrears),
    NO_CURRENT_OVERDUE("L-7", Basis.VETO, Judge.none(Fact.CURRENT_OVERDUE_FEN, "current-overdue")),
    NO_WRITTEN_OFF_DEBT("L-7", Basis.VETO, Judge.none(Fact.WRITTEN_OFF, "written-off-debt")),
    NOT_ON_EXECUTED_LIST("L-7", Basis.VETO, Judge.none(Fact.EXECUTED, "executed-person")),
    NO_UNDISCLOSED_LENDING(
            "L-7", Basis.INVESTIGATION_VETO, Judge.none(Fact.UNDISCLOSED_LENDING, "undisclosed-lending")),
    FEW_QUERIES(
            "L-7",
            Basis.REPORT,
            Judge.atMost(Fact.QUERIES_3_MONTHS, Threshold.MAX_QUERIES_3_MONTHS, Verdict.REFER, "many-queries")),
    FEW_OTHER_LENDERS(
            "L-7",
            Basis.REPORT,
            Judge.atMost(Fact.OTHER_LENDERS, Threshold.MAX_OTHER_LENDERS, Verdict.REFER, "many-lenders")),
    TRADING_TIME(
            "E-3",
            Basis.CASE,
            Judge.atLeast(Fact.TRADING_MONTHS, Threshold.MIN_TRADING_MONTHS, Verdict.DECLINE, "trading-too-short")),
    TURNOVER_COVERS_AMOUNT("L-10", Basis.PLATFORM, Affordability::turnover),
    BURDEN_BEARABLE("L-10", Basis.PLATFORM, Affordability::burden),
    FEW_GUARANTEES_FOR_OTHERS(
            "L-10",
            Basis.FILE,
            Judge.atMost(
                    Fact.GUARANTEED_FOR_OTHERS_FEN,
                    Threshold.MAX_GUARANTEED_FOR_OTHERS_FEN,
                    Verdict.REFER,
                    "guarantees-for-others")),
    SOFT_INFORMATION(
            "L-4",
            Basis.INVESTIGATION,
            Judge.atLeast(Fact.SOFT_SCORE, Threshold.MIN_SOFT_SCORE, Verdict.REFER, "soft-information-weak")),
    CROSS_CHECKS("L-6", Basis.INVESTIGATION, Judge.noneOrRefer(Fact.CROSS_CHECKS_FAILED, "cross-check-failed")),
    NOTHING_UNCHECKED("L-6", Basis.INVESTIGATION, Judge.noneOrRefer(Fact.CROSS_CHECKS_UNKNOWN, "cross-check-unknown")),
    SCORE("L-10", Basis.SCORE, Policy::score);

    /** Where its facts come from. */
    private enum Basis {
        CASE,
        REPORT,
        VETO,
        INVESTIGATION_VETO,
        INVESTIGATION,
        PLATFORM,
        FILE,
        SCORE
    }

    private final String rule;
    private final Basis basis;
    private final Judge judge;

    Policy(String rule, Basis basis, Judge judge) {
        this.rule = rule;
        this.basis = basis;
        this.judge = judge;
    }

    /** The id of the bank's rule. */
    public String rule() {
        return rule;
    }

    /** Whether rule L-7 forbids the loan outright when this policy declines. */
    public boolean vetoes() {
        return basis == Basis.VETO || basis == Basis.INVESTIGATION_VETO;
    }

    public static Set<Policy> all() {
        return EnumSet.allOf(Policy.class);
    }

    /** Those that need no visit. The straight-through path asks these; smaller limits stand in for the others. */
    public static Set<Policy> withoutInvestigation() {
        return Arrays.stream(values())
                .filter(one -> one.basis != Basis.INVESTIGATION && one.basis != Basis.INVESTIGATION_VETO)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Policy.class)));
    }

    Finding judge(Judge.Asked asked) {
        Judge.Answer answer = judge.judge(asked);
        Map<Fact, String> inputs = new EnumMap<>(Fact.class);
        answer.inputs().forEach(fact -> {
            String text = asked.facts().text(fact);
            if (text != null) {
                inputs.put(fact, text);
            }
        });
        return new Finding(this, answer.verdict(), answer.reason(), inputs, answer.rule(), answer.missing());
    }

    private static Judge.Answer score(Judge.Asked asked) {
        long pass = asked.values().of(Threshold.SCORE_PASS);
        long refer = asked.values().of(Threshold.SCORE_REFER);
        Integer total = asked.score().total();
        String rule = "points " + (total == null ? "unknown" : total) + " >= " + pass + " (refer from " + refer + ")";
        if (total == null) {
            return Judge.Answer.unknown(rule, asked.score().missing());
        }
        if (total >= pass) {
            return Judge.Answer.pass(rule);
        }
        return Judge.Answer.of(total >= refer ? Verdict.REFER : Verdict.DECLINE, "score-too-low", rule);
    }
}
