package org.linli.merchant.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Entry;
import org.linli.merchant.campaign.Plan;
import org.linli.merchant.campaign.Question;
import org.linli.starter.web.FieldProblem;

/** What each kind of entry asks of people; pure functions. */
final class Asking {
    private static final String RULE = "M-4";

    private Asking() {}

    /** What is missing, and what is brought though nobody asks for it. */
    static List<FieldProblem> problems(Plan plan, Handed handed) {
        Entry entry = plan.entry();
        List<FieldProblem> problems = new ArrayList<>();
        if (entry == Entry.SCAN) {
            need(handed.sceneId(), "sceneId", problems);
        }
        asks(entry == Entry.QUIZ, handed.answers(), "answers", problems);
        asks(entry == Entry.INVITATION, handed.code(), "code", problems);
        asks(entry == Entry.INVITATION, handed.deviceId(), "deviceId", problems);
        asks(entry == Entry.BOTTLE, handed.message(), "message", problems);
        if (entry != Entry.BOTTLE && handed.pledge() != null) {
            problems.add(new FieldProblem("pledge", "invalid", "(expected: nothing)", RULE));
        }
        if (entry == Entry.QUIZ && handed.answers() != null) {
            answers(plan, handed.answers(), problems);
        }
        return problems;
    }

    private static void asks(boolean asked, @Nullable Object given, String field, List<FieldProblem> problems) {
        if (asked) {
            need(given, field, problems);
        } else if (given != null) {
            problems.add(new FieldProblem(field, "invalid", "(expected: nothing)", RULE));
        }
    }

    private static void need(@Nullable Object given, String field, List<FieldProblem> problems) {
        if (given == null) {
            problems.add(new FieldProblem(field, "required", "(expected: a value)", RULE));
        }
    }

    private static void answers(Plan plan, List<List<Integer>> answers, List<FieldProblem> problems) {
        int questions = plan.questions().size();
        boolean known = answers.size() == questions
                && IntStream.range(0, questions).allMatch(i -> {
                    int options = plan.questions().get(i).options().size();
                    return answers.get(i).stream().allMatch(chosen -> chosen >= 0 && chosen < options);
                });
        if (!known) {
            String expected = "(expected: " + questions + " lists of indices of options)";
            problems.add(new FieldProblem("answers", "invalid", expected, RULE));
        }
    }

    static int rightAnswers(Plan plan, Handed handed) {
        List<List<Integer>> answers = handed.answers();
        if (answers == null) {
            return 0;
        }
        List<Question> questions = plan.questions();
        return (int) IntStream.range(0, questions.size())
                .filter(i -> questions.get(i).isRightlyAnsweredBy(answers.get(i)))
                .count();
    }
}
