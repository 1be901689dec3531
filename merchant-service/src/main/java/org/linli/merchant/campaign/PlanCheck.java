package org.linli.merchant.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.starter.web.FieldProblem;

/** What a plan must be like as a whole (rule M-4); a pure function. */
final class PlanCheck {
    private static final Duration LONGEST = Duration.ofDays(Limits.MOST_IN_ALL);
    private static final String RULE = "M-4";

    private final Plan plan;
    private final List<FieldProblem> problems = new ArrayList<>();

    private PlanCheck(Plan plan) {
        this.plan = plan;
    }

    static List<FieldProblem> problems(Plan plan) {
        PlanCheck rules = new PlanCheck(plan);
        rules.window();
        rules.limits();
        rules.questions();
        rules.prizes();
        return rules.problems;
    }

    private void window() {
        require(plan.until().isAfter(plan.from()), "until", plan.until() + " (expected: after " + plan.from() + ")");
        require(
                Duration.between(plan.from(), plan.until()).compareTo(LONGEST) <= 0,
                "until",
                plan.until() + " (expected: within " + LONGEST.toDays() + " days)");
    }

    private void limits() {
        Limits limits = plan.limits();
        require(
                limits.inAll() >= limits.perDay(),
                "inAll",
                limits.inAll() + " (expected: at least perDay, " + limits.perDay() + ")");
        require(
                plan.entry() != Entry.CHECK_IN || limits.perDay() == 1,
                "perDay",
                limits.perDay() + " (expected: 1 for a check-in)");
        require(
                plan.entry() == Entry.INVITATION || !plan.newcomersOnly(),
                "newcomersOnly",
                "true (expected: only of an invitation)");
    }

    private void questions() {
        boolean quiz = plan.entry() == Entry.QUIZ;
        int asked = plan.questions().size();
        require(quiz == asked > 0, "questions", asked + (quiz ? " (expected: at least 1)" : " (expected: none)"));
        for (int i = 0; i < asked; i++) {
            Question question = plan.questions().get(i);
            int options = question.options().size();
            boolean known = question.right().stream().allMatch(index -> index >= 0 && index < options);
            boolean once = question.right().stream().distinct().count()
                    == question.right().size();
            require(
                    !question.right().isEmpty() && known && once,
                    "questions[" + i + "].right",
                    question.right() + " (expected: one or more of 0.." + (options - 1) + ", each once)");
        }
    }

    private void prizes() {
        long whole = 0;
        for (int i = 0; i < plan.prizes().size(); i++) {
            Prize prize = plan.prizes().get(i);
            String at = "prizes[" + i + "].";
            whole += prize.chance() == null ? 0 : prize.chance();
            reward(prize, at);
            when(prize.when(), at + "when");
            require(
                    (plan.entry() == Entry.INVITATION) == (prize.side() != null),
                    at + "side",
                    prize.side() + " (expected: HOST or GUEST for invitations, nothing for others)");
        }
        require(
                whole <= Prize.WHOLE,
                "prizes",
                java.math.BigDecimal.valueOf(whole, Prize.PERCENT_SCALE) + " percent in all (expected: at most 100)");
    }

    private void reward(Prize prize, String at) {
        Reward reward = prize.reward();
        boolean coupon = reward.kind() == Reward.Kind.COUPON;
        require(coupon == (reward.offerId() != null), at + "offerId", "(expected: for a coupon, and only there)");
        require(
                (reward.kind() == Reward.Kind.POINTS) == (reward.points() != null),
                at + "points",
                "(expected: for points, and only there)");
        require(!coupon || prize.quantity() != null, at + "quantity", "(expected: how many coupons there are)");
        require(reward.kind() != Reward.Kind.MESSAGE || reward.text() != null, at + "text", "(expected: the message)");
    }

    private void when(When when, String at) {
        require(
                when.kind().numbered() == when.n() > 0,
                at,
                when.kind() + " " + when.n()
                        + (when.kind().numbered() ? " (expected: n of 1 or more)" : " (expected: no n)"));
        require(
                when.kind() != When.Kind.RIGHT_ANSWERS
                        || when.n() <= plan.questions().size(),
                at,
                "right answers: " + when.n() + " (expected: at most "
                        + plan.questions().size() + ")");
        require(
                when.kind() != When.Kind.DAYS_IN_A_ROW || plan.entry() == Entry.CHECK_IN,
                at,
                "DAYS_IN_A_ROW (expected: only of a check-in)");
    }

    private void require(boolean holds, String field, String detail) {
        if (!holds) {
            problems.add(new FieldProblem(field, "invalid", detail, RULE));
        }
    }
}
