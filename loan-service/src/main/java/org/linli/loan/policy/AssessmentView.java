package org.linli.loan.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Finding;
import org.linli.loan.policy.kernel.Price;
import org.linli.loan.policy.kernel.Scorecard;

/** An assessment for staff: every policy with its inputs, its rule and what it found. Rates in percent a year, as text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        String applicationId,
        int number,
        Instant at,
        String by,
        int policyVersion,
        String verdict,
        @Nullable Integer points,
        List<Point> scorecard,
        Rate price,
        List<Line> trace,
        List<String> vetoes,
        List<String> silentSources) {

    record Input(String fact, String name, String value) {}

    record Line(
            String policy,
            String name,
            String rule,
            String comparison,
            String verdict,
            String reason,
            String detail,
            List<Input> inputs,
            List<String> missing) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(String fact, String name, @Nullable String value, String bin, int points) {}

    record Part(String kind, String percent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rate(
            String annualRatePercent,
            List<Part> components,
            String sumPercent,
            String floorPercent,
            String capPercent,
            @Nullable String bound,
            boolean provisional) {
        static Rate of(Price price) {
            return new Rate(
                    price.ratePercent().toPlainString(),
                    price.components().stream()
                            .map(one ->
                                    new Part(one.kind().name(), one.percent().toPlainString()))
                            .toList(),
                    price.sumPercent().toPlainString(),
                    price.floorPercent().toPlainString(),
                    price.capPercent().toPlainString(),
                    price.bound() == null ? null : price.bound().name(),
                    price.provisional());
        }
    }

    static AssessmentView of(CaseAssessment found, PolicyTexts texts, Locale locale) {
        Scorecard.Score score = found.assessment().score();
        return new AssessmentView(
                found.caseId(),
                found.number(),
                found.at(),
                found.by(),
                found.policyVersion(),
                found.assessment().verdict().name(),
                score.total(),
                score.parts().stream().map(part -> point(part, texts, locale)).toList(),
                Rate.of(found.assessment().price()),
                found.assessment().findings().stream()
                        .map(finding -> line(finding, texts, locale))
                        .toList(),
                found.vetoes().stream().map(Finding::reason).toList(),
                found.silent());
    }

    private static Point point(Scorecard.Part part, PolicyTexts texts, Locale locale) {
        return new Point(
                part.fact().name(), texts.factName(part.fact(), locale), part.value(), part.bin(), part.points());
    }

    private static Line line(Finding finding, PolicyTexts texts, Locale locale) {
        return new Line(
                finding.policy().name(),
                texts.policyName(finding, locale),
                finding.policy().rule(),
                finding.rule(),
                finding.verdict().name(),
                finding.reason(),
                texts.staffReason(finding, locale),
                finding.inputs().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(entry -> new Input(
                                entry.getKey().name(), texts.factName(entry.getKey(), locale), entry.getValue()))
                        .toList(),
                finding.missing().stream().map(Fact::name).toList());
    }
}
