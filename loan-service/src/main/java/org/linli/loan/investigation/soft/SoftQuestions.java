package org.linli.loan.investigation.soft;

import java.util.List;
import java.util.Optional;

/**
 * The bank's questions; a version in use is never changed.
 *
 * @param tolerancePercent how far sources may differ, as a share of the scale
 */
public record SoftQuestions(int version, int tolerancePercent, List<Question> questions) {
    /** Points of the best option. */
    public static final int SCALE = 4;

    /** @param weight how much it counts */
    public record Question(String code, int weight, List<Option> options) {
        Optional<Integer> points(String option) {
            return options.stream()
                    .filter(one -> one.code.equals(option))
                    .map(Option::points)
                    .findFirst();
        }
    }

    /** @param points 0 to {@link #SCALE}; more is better */
    public record Option(String code, int points) {}

    public Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code.equals(code)).findFirst();
    }

    /** Whether the question and its option are there. */
    public boolean knows(SoftAnswer answer) {
        return question(answer.question())
                .flatMap(question -> question.points(answer.option()))
                .isPresent();
    }
}
