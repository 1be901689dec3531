package org.linli.loan.crosscheck;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.loan.crosscheck.kernel.CrossCheck;
import org.linli.loan.crosscheck.kernel.Tolerance.Effect;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** All versions of the tolerances, oldest first: an old one is needed to understand an old case. */
@Validated
@ConfigurationProperties("linli.loan.cross-checks")
record CrossCheckSettings(@NotEmpty @Valid List<Version> versions) {
    /**
     * @param validFrom the business day from which it is used
     * @param tolerances by the check's code
     * @param sectors by the code of the merchant's category; without an entry the sector's figures are unknown
     */
    record Version(
            @Min(1) int version,
            @NotNull LocalDate validFrom,
            @NotEmpty Map<String, @Valid Allowed> tolerances,
            @NotNull Map<String, @Valid Sector> sectors) {}

    record Allowed(
            @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal percent,
            @NotNull Effect failure,
            @NotNull Effect unknown) {}

    /**
     * @param marginBasisPoints usual gross margin
     * @param stockDays for how many days of sales the stock usually lasts
     */
    record Sector(
            @Min(0) @Max(9_999) int marginBasisPoints,
            @Min(1) @Max(720) int stockDays) {}

    @AssertTrue(message = "every version needs a tolerance for every check, and for nothing else") boolean isComplete() {
        Set<String> codes =
                Arrays.stream(CrossCheck.values()).map(CrossCheck::code).collect(Collectors.toSet());
        return versions.stream().allMatch(one -> one.tolerances().keySet().equals(codes));
    }

    @AssertTrue(message = "versions count 1, 2, 3 ..., each from a later day") boolean isInOrder() {
        for (int i = 0; i < versions.size(); i++) {
            boolean later = i == 0
                    || versions.get(i).validFrom().isAfter(versions.get(i - 1).validFrom());
            if (versions.get(i).version() != i + 1 || !later) {
                return false;
            }
        }
        return true;
    }
}
