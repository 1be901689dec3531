package org.linli.loan.investigation.soft;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.soft.SoftAnswer.Source;
import org.linli.loan.investigation.soft.SoftQuestions.Question;

/**
 * Score and deviation analysis of one round (rule L-4).
 *
 * @param score 0 to 100, one decimal HALF_UP: the weighted mean of what the investigators conclude; what one of them left
 *     open scores nothing
 */
public record SoftFindings(int questionsVersion, BigDecimal score, List<Deviation> deviations) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int INVESTIGATORS = 2;

    public enum Verdict {
        CONSISTENT,
        DEVIATING,
        /** Fewer than two sources said anything. */
        UNKNOWN
    }

    /**
     * @param points of every source, the first side's before the second's
     * @param deviationPercent between the best and the worst, as a share of the scale
     */
    public record Deviation(
            String question, List<Said> points, @Nullable Integer deviationPercent, Verdict verdict) {}

    /** @param side whose report says so */
    public record Said(String side, Source source, int points) {}

    /** Both reports' answers, by the name of the side. */
    public record Heard(String side, List<SoftAnswer> answers) {}

    public static SoftFindings of(SoftQuestions questions, List<Heard> both) {
        BigDecimal sum = BigDecimal.ZERO;
        int weights = 0;
        List<Deviation> deviations = new ArrayList<>();
        for (Question question : questions.questions()) {
            List<Said> said = said(question, both);
            deviations.add(deviation(question, said, questions.tolerancePercent()));
            sum = sum.add(BigDecimal.valueOf((long) concluded(said) * question.weight()));
            weights += question.weight();
        }
        long most = (long) weights * SoftQuestions.SCALE * INVESTIGATORS;
        BigDecimal score = most == 0
                ? BigDecimal.ZERO
                : sum.multiply(HUNDRED).divide(BigDecimal.valueOf(most), 1, RoundingMode.HALF_UP);
        return new SoftFindings(questions.version(), score, List.copyOf(deviations));
    }

    public long deviating() {
        return deviations.stream()
                .filter(one -> one.verdict() == Verdict.DEVIATING)
                .count();
    }

    /**
     * Whether somebody found the worst answer to a question where the applicant's own statement is better or missing.
     *
     * @return empty when no investigator said anything
     */
    public Optional<Boolean> concealed(String question) {
        List<Said> said = deviations.stream()
                .filter(one -> one.question().equals(question))
                .flatMap(one -> one.points().stream())
                .toList();
        if (said.stream().noneMatch(one -> one.source == Source.INVESTIGATOR)) {
            return Optional.empty();
        }
        boolean found = said.stream().anyMatch(one -> one.source != Source.OWN_STATEMENT && one.points == 0);
        boolean admitted = said.stream().anyMatch(one -> one.source == Source.OWN_STATEMENT && one.points == 0);
        return Optional.of(found && !admitted);
    }

    private static List<Said> said(Question question, List<Heard> both) {
        return both.stream()
                .flatMap(heard -> heard.answers.stream()
                        .filter(answer -> answer.question().equals(question.code()))
                        .flatMap(answer -> question.points(answer.option()).stream()
                                .map(points -> new Said(heard.side, answer.source(), points))))
                .toList();
    }

    /** The points of both investigators together. */
    private static int concluded(List<Said> said) {
        return said.stream()
                .filter(one -> one.source == Source.INVESTIGATOR)
                .mapToInt(Said::points)
                .sum();
    }

    private static Deviation deviation(Question question, List<Said> said, int tolerancePercent) {
        if (said.size() < 2) {
            return new Deviation(question.code(), said, null, Verdict.UNKNOWN);
        }
        int spread = points(said).max().orElseThrow() - points(said).min().orElseThrow();
        int percent = spread * 100 / SoftQuestions.SCALE;
        return new Deviation(
                question.code(), said, percent, percent <= tolerancePercent ? Verdict.CONSISTENT : Verdict.DEVIATING);
    }

    private static java.util.stream.IntStream points(List<Said> said) {
        return Stream.of(said).flatMap(List::stream).mapToInt(Said::points);
    }
}
