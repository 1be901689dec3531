package org.linli.loan.investigation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.linli.loan.investigation.soft.SoftQuestions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param shopWithinMeters how far from the shop a photo counts, inclusive (rule L-3)
 * @param mostPhotos of one report
 * @param photoAge how old a photo may be when it comes in
 * @param clockTolerance by which a device's clock may be ahead
 * @param questions of the soft information (rule L-4)
 */
@Validated
@ConfigurationProperties("linli.loan.investigation")
record InvestigationSettings(
        @Min(10) @Max(5_000) int shopWithinMeters,
        @Min(1) @Max(200) int mostPhotos,
        @NotNull Duration photoAge,
        @NotNull Duration clockTolerance,
        @NotNull @Valid Questions questions) {
    record Questions(
            @Min(1) int version,
            @Min(0) @Max(100) int tolerancePercent,
            @NotEmpty List<@Valid Question> list) {}

    record Question(
            @NotBlank String code,
            @Min(1) @Max(100) int weight,
            @NotBlank String zh,
            @NotBlank String en,
            @NotEmpty List<@Valid Option> options) {}

    record Option(
            @NotBlank String code,
            @Min(0) @Max(SoftQuestions.SCALE) int points,
            @NotBlank String zh,
            @NotBlank String en) {}

    SoftQuestions softQuestions() {
        return new SoftQuestions(
                questions.version(),
                questions.tolerancePercent(),
                questions.list().stream()
                        .map(question -> new SoftQuestions.Question(
                                question.code(),
                                question.weight(),
                                question.options().stream()
                                        .map(option -> new SoftQuestions.Option(option.code(), option.points()))
                                        .toList()))
                        .toList());
    }
}
