package org.linli.loan.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Assessments and findings of those cases for which a test says so; of all others there are none. */
@Component
@Order(0)
public class PlannedInputs implements AssessmentSource {
    private final Map<String, Assessment> assessments = new ConcurrentHashMap<>();
    private final Map<String, Instant> given = new ConcurrentHashMap<>();
    private final Map<String, Investigation> investigations = new ConcurrentHashMap<>();

    @Override
    public Optional<Assessment> of(LoanCase loanCase, @Nullable Instant freshSince) {
        return Optional.ofNullable(assessments.get(loanCase.id()))
                .filter(planned ->
                        freshSince == null || !given.get(loanCase.id()).isBefore(freshSince));
    }

    /** Everything that an approval of a larger amount rests on. */
    public void give(String caseId, String pricePercent) {
        given.put(caseId, Instant.now());
        List<Fact> trace = List.of(new Fact("score", "612"), new Fact("policy current-overdue", "passed"));
        assessments.put(caseId, new Assessment("policies 3", new BigDecimal(pricePercent), trace));
        investigations.put(caseId, new Investigation("reports 2", List.of(new Fact("monthly turnover", "9000000"))));
    }

    @Component
    @Order(0)
    static class Findings implements InvestigationSource {
        private final PlannedInputs planned;

        Findings(PlannedInputs planned) {
            this.planned = planned;
        }

        @Override
        public Optional<Investigation> of(LoanCase loanCase) {
            return Optional.ofNullable(planned.investigations.get(loanCase.id()));
        }
    }
}
