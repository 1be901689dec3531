package org.linli.loan.whatif;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.Assessments;
import org.springframework.stereotype.Component;

/** Cases that the policies judged here, by their latest assessment. */
@Component
class DecidedCases implements PastCases {
    private final Assessments assessments;

    DecidedCases(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String source() {
        return "assessments";
    }

    @Override
    public long count() {
        return assessments.count();
    }

    @Override
    public Stream<PastCase> after(@Nullable String id) {
        return assessments
                .latestAfter(id)
                .map(found -> new PastCase(
                        found.caseId(),
                        found.assessment().facts(),
                        found.assessment().asked(),
                        null));
    }
}
