package org.linli.loan.policy.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the loan can be borne. Every rounding here goes against the applicant by less than a fen or a percent, so that
 * nobody is let in by rounding.
 */
final class Affordability {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
    private static final RoundingMode CAREFUL = RoundingMode.CEILING;
    private static final RoundingMode CAREFUL_INCOME = RoundingMode.FLOOR;

    private Affordability() {}

    static Judge.Answer turnover(Judge.Asked asked) {
        long percent = asked.values().of(Threshold.MAX_AMOUNT_OF_TURNOVER_PERCENT);
        Long amount = asked.facts().number(Fact.AMOUNT_FEN).orElse(null);
        Long turnover = asked.facts().number(Fact.TURNOVER_12_MONTHS_FEN).orElse(null);
        Fact[] inputs = {Fact.AMOUNT_FEN, Fact.TURNOVER_12_MONTHS_FEN};
        String rule = Fact.AMOUNT_FEN + " <= " + percent + " % of " + Fact.TURNOVER_12_MONTHS_FEN;
        if (amount == null || turnover == null) {
            return Judge.Answer.unknown(rule, asked.facts().missing(inputs), inputs);
        }
        boolean covered = BigDecimal.valueOf(amount)
                        .multiply(HUNDRED)
                        .compareTo(BigDecimal.valueOf(turnover).multiply(BigDecimal.valueOf(percent)))
                <= 0;
        return covered
                ? Judge.Answer.pass(rule, inputs)
                : Judge.Answer.of(Verdict.REFER, "turnover-too-low", rule, inputs);
    }

    /** The heaviest month (the first one at equal principal) and other debts against what is left of a month's income. */
    static Judge.Answer burden(Judge.Asked asked) {
        Facts facts = asked.facts();
        Fact income = facts.knows(Fact.MONTHLY_SURPLUS_FEN) ? Fact.MONTHLY_SURPLUS_FEN : Fact.TURNOVER_12_MONTHS_FEN;
        Fact[] inputs = {Fact.AMOUNT_FEN, Fact.TERM_MONTHS, Fact.OTHER_MONTHLY_FEN, income};
        List<Fact> missing = new ArrayList<>(facts.missing(inputs));
        Long surplus = surplus(facts, asked.values());
        long refer = asked.values().of(Threshold.BURDEN_REFER_PERCENT);
        long decline = asked.values().of(Threshold.BURDEN_DECLINE_PERCENT);
        String limits = " <= " + refer + " % (declined above " + decline + " %)";
        if (surplus == null || !missing.isEmpty()) {
            return Judge.Answer.unknown("burden" + limits, missing, inputs);
        }
        long monthly = heaviestMonthFen(number(facts, Fact.AMOUNT_FEN), number(facts, Fact.TERM_MONTHS), asked.price());
        long burden = monthly + number(facts, Fact.OTHER_MONTHLY_FEN);
        String rule = "burden " + burden + " fen of " + surplus + " fen" + limits;
        if (surplus <= 0) {
            return Judge.Answer.of(Verdict.DECLINE, "burden-too-heavy", rule, inputs);
        }
        BigDecimal percent =
                BigDecimal.valueOf(burden).multiply(HUNDRED).divide(BigDecimal.valueOf(surplus), 0, CAREFUL);
        if (percent.compareTo(BigDecimal.valueOf(refer)) <= 0) {
            return Judge.Answer.pass(rule, inputs);
        }
        boolean tooHeavy = percent.compareTo(BigDecimal.valueOf(decline)) > 0;
        return Judge.Answer.of(tooHeavy ? Verdict.DECLINE : Verdict.REFER, "burden-too-heavy", rule, inputs);
    }

    private static long number(Facts facts, Fact fact) {
        return facts.number(fact).orElseThrow();
    }

    /** By the statements of the visit, else a careful part of the turnover. */
    private static @Nullable Long surplus(Facts facts, PolicyValues values) {
        BigDecimal part = BigDecimal.valueOf(values.of(Threshold.SURPLUS_OF_TURNOVER_PERCENT));
        return facts.number(Fact.MONTHLY_SURPLUS_FEN)
                .or(() -> facts.number(Fact.TURNOVER_12_MONTHS_FEN)
                        .map(turnover -> BigDecimal.valueOf(turnover)
                                .multiply(part)
                                .divide(HUNDRED.multiply(MONTHS_A_YEAR), 0, CAREFUL_INCOME)
                                .longValueExact()))
                .orElse(null);
    }

    static long heaviestMonthFen(long amountFen, long termMonths, Price price) {
        BigDecimal amount = BigDecimal.valueOf(amountFen);
        BigDecimal principal = amount.divide(BigDecimal.valueOf(Math.max(1, termMonths)), 0, CAREFUL);
        BigDecimal interest = amount.multiply(price.ratePercent()).divide(HUNDRED.multiply(MONTHS_A_YEAR), 0, CAREFUL);
        return principal.add(interest).longValueExact();
    }
}
