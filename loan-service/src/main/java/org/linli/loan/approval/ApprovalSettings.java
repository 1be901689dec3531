package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The decision's parameters.
 *
 * @param editions of the bands and the committee, each from a day on
 * @param validDays after how many days an approval lapses
 * @param appealDays within how many days the applicant may appeal
 * @param votingHours how long a committee's session may be open at most
 * @param limitDays for how many days a person's limit may be above the band's at most
 * @param font a TrueType file for the minutes on paper; empty: the one that comes with the service
 */
@Validated
@ConfigurationProperties("linli.loan.approval")
record ApprovalSettings(
        @NotEmpty List<@Valid ApprovalEdition> editions,
        @Min(1) @Max(365) int validDays,
        @Min(1) @Max(365) int appealDays,
        @Min(1) @Max(720) int votingHours,
        @Min(1) @Max(366) int limitDays,
        @NotNull String font) {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    static LocalDate businessDate(Instant at) {
        return at.atZone(BANK_ZONE).toLocalDate();
    }

    /** The edition in force; before the first one, the first. */
    ApprovalEdition editionOn(LocalDate day) {
        return editions.stream()
                .filter(edition -> !edition.from().isAfter(day))
                .max(Comparator.comparing(ApprovalEdition::from))
                .orElse(editions.get(0));
    }

    @AssertTrue(message = "editions are numbered and dated in rising order") boolean isOrdered() {
        for (int i = 1; i < editions.size(); i++) {
            ApprovalEdition before = editions.get(i - 1);
            ApprovalEdition after = editions.get(i);
            if (before.version() >= after.version() || !before.from().isBefore(after.from())) {
                return false;
            }
        }
        return true;
    }
}
