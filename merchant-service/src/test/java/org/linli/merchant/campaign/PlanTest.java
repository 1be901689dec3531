package org.linli.merchant.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.starter.web.FieldProblem;

/** Rule M-4: what a plan must be like as a whole. */
class PlanTest {
    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");

    @Test
    void aPlainDrawIsFine() {
        assertThat(fields(plan(Entry.DRAW, 2, points(1_000_000, When.ALWAYS)))).isEmpty();
    }

    @Test
    void oddsOfAllPrizesTogetherAreAtMostTheWhole() {
        Prize most = points(1_000_000, When.ALWAYS);
        Prize more = points(1, When.ALWAYS);
        Plan plan = new Plan(
                "t", "t", Entry.DRAW, FROM, UNTIL, new Limits(1, 1), List.of(most, more), List.of(), false, null);
        assertThat(fields(plan)).containsExactly("prizes");
    }

    @Test
    void theEndIsAfterTheBeginning() {
        Plan plan = new Plan(
                "t",
                "t",
                Entry.DRAW,
                FROM,
                FROM,
                new Limits(1, 1),
                List.of(points(null, When.ALWAYS)),
                List.of(),
                false,
                null);
        assertThat(fields(plan)).containsExactly("until");
    }

    @Test
    void everyQuestionHasARightAnswerThatIsAnOption() {
        for (List<Integer> right : List.of(List.<Integer>of(), List.of(2), List.of(-1), List.of(0, 0))) {
            Question question = new Question("q", List.of("a", "b"), right);
            assertThat(fields(quiz(List.of(question)))).as("%s", right).containsExactly("questions[0].right");
        }
        assertThat(fields(quiz(List.of()))).containsExactly("questions");
    }

    @Test
    void moreRightAnswersThanQuestionsAreImpossible() {
        Question question = new Question("q", List.of("a", "b"), List.of(0));
        Plan plan = new Plan(
                "t",
                "t",
                Entry.QUIZ,
                FROM,
                UNTIL,
                new Limits(1, 1),
                List.of(points(null, new When(When.Kind.RIGHT_ANSWERS, 2))),
                List.of(question),
                false,
                null);
        assertThat(fields(plan)).containsExactly("prizes[0].when");
    }

    @Test
    void aCheckInIsOnceADayAndOnlyThereDaysCount() {
        assertThat(fields(plan(Entry.CHECK_IN, 2, points(null, When.ALWAYS)))).containsExactly("perDay");
        assertThat(fields(plan(Entry.DRAW, 1, points(null, new When(When.Kind.DAYS_IN_A_ROW, 3)))))
                .containsExactly("prizes[0].when");
    }

    @Test
    void aConditionHasItsNumberAndNoOther() {
        assertThat(fields(plan(Entry.DRAW, 1, points(null, new When(When.Kind.EVERY_NTH, 0)))))
                .containsExactly("prizes[0].when");
        assertThat(fields(plan(Entry.DRAW, 1, points(null, new When(When.Kind.FIRST, 1)))))
                .containsExactly("prizes[0].when");
    }

    @Test
    void whatAPrizeIsMustBeSaid() {
        Reward nothing = new Reward(Reward.Kind.POINTS, null, null, null, null);
        Reward offerWithoutLimit = new Reward(Reward.Kind.COUPON, "o1", "m1", null, null);
        assertThat(fields(plan(Entry.DRAW, 1, new Prize("p1", "p", nothing, null, null, When.ALWAYS, null))))
                .containsExactly("prizes[0].points");
        assertThat(fields(plan(Entry.DRAW, 1, new Prize("p1", "p", offerWithoutLimit, null, null, When.ALWAYS, null))))
                .containsExactly("prizes[0].quantity");
    }

    @Test
    void onlyInvitationsHaveSidesAndAllTheirPrizesHave() {
        assertThat(fields(plan(Entry.INVITATION, 1, points(null, When.ALWAYS)))).containsExactly("prizes[0].side");
    }

    private static List<String> fields(Plan plan) {
        return PlanCheck.problems(plan).stream().map(FieldProblem::field).toList();
    }

    private static Plan quiz(List<Question> questions) {
        return new Plan(
                "t",
                "t",
                Entry.QUIZ,
                FROM,
                UNTIL,
                new Limits(1, 1),
                List.of(points(null, When.ALWAYS)),
                questions,
                false,
                null);
    }

    private static Plan plan(Entry entry, int perDay, Prize prize) {
        return new Plan("t", "t", entry, FROM, UNTIL, new Limits(perDay, 100), List.of(prize), List.of(), false, null);
    }

    private static Prize points(Integer chance, When when) {
        return new Prize("p1", "p", new Reward(Reward.Kind.POINTS, null, null, 5L, null), null, chance, when, null);
    }
}
