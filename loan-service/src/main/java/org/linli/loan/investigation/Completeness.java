package org.linli.loan.investigation;

import java.util.ArrayList;
import java.util.List;
import org.linli.loan.investigation.Act.Gap;
import org.linli.loan.investigation.soft.SoftAnswer;
import org.linli.loan.investigation.soft.SoftQuestions;
import org.linli.loan.investigation.soft.SoftQuestions.Question;
import org.linli.loan.investigation.statement.Statements;

/** What a report must have before it may be submitted; pure. Every gap is named. */
final class Completeness {
    private Completeness() {}

    static List<Gap> gaps(Side side, ReportContent content, List<Photo> photos, SoftQuestions questions) {
        List<Gap> gaps = new ArrayList<>();
        Statements statements = content.statements();
        boolean whole = statements != null && statements.hasAll();
        if (side == Side.BRANCH && !whole || statements != null && !whole) {
            gaps.add(Gap.of("statements", "statements-missing", "L-5"));
        }
        if (photos.stream().noneMatch(photo -> photo.kind() == Photo.Kind.SHOP && photo.counts())) {
            gaps.add(Gap.of("photos", "shop-photo-missing", "L-3"));
        }
        for (Question question : questions.questions()) {
            if (content.softAnswers().stream().noneMatch(answer -> concludes(answer, question))) {
                gaps.add(Gap.of("soft", "question-open", "L-4", question.code()));
            }
        }
        for (SoftAnswer answer : content.softAnswers()) {
            if (!questions.knows(answer)) {
                gaps.add(Gap.of("soft", "answer-unknown", "L-4", answer.question(), answer.option()));
            }
        }
        if (content.recommendation() == null) {
            gaps.add(Gap.of("recommendation", "recommendation-missing", "L-2"));
        }
        if (content.findings() == null || content.findings().isBlank()) {
            gaps.add(Gap.of("findings", "findings-missing", "L-2"));
        }
        return gaps;
    }

    private static boolean concludes(SoftAnswer answer, Question question) {
        return answer.source() == SoftAnswer.Source.INVESTIGATOR
                && answer.question().equals(question.code());
    }

    /** Ties that do not hold, each with its difference in fen (rule L-5). */
    static List<Gap> untied(ReportContent content) {
        Statements statements = content.statements();
        return statements == null
                ? List.of()
                : statements.untied().stream()
                        .map(untied -> Gap.of(
                                "statements",
                                untied.tie().code(),
                                "L-5",
                                String.valueOf(untied.differenceFen()),
                                String.valueOf(untied.statedFen()),
                                String.valueOf(untied.expectedFen())))
                        .toList();
    }
}
