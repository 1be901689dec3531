package org.linli.loan.product;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * One product's parameters in one edition; money in fen, rates in percent a year, all limits inclusive.
 *
 * @param security what secures the loan, for people to read
 * @param securityKinds what may secure it
 * @param borrowers whom it is made for
 * @param revolving a line: drawn and repaid freely below the limit, secured once for all of it
 * @param publicNotice the limit is announced in the village before anybody signs (阳光信贷)
 * @param tradingRequirements how long the business must have been trading, by amount
 * @param requiredPapers what the applicant has to bring (rule L-1: the list is public)
 * @param bands who decides up to which amount, rising; the last one reaches the largest amount
 * @param promisedDays the stages' clocks; null for the bank's usual ones
 * @param edition which one it is; null for what comes from the configuration, the first
 */
public record LoanProduct(
        @Pattern(regexp = "[A-Z_]{2,40}") String code,
        @Valid @NotNull BilingualText name,
        @Min(1) @Max(MOST_FEN) long minAmountFen,
        @Min(1) @Max(MOST_FEN) long maxAmountFen,
        @Min(1) @Max(600) int minTermMonths,
        @Min(1) @Max(600) int maxTermMonths,
        @NotEmpty @Size(max = 10) List<@NotNull RepaymentMethod> methods,
        @NotNull DayCount dayCount,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Field(targetType = FieldType.STRING) @NotNull @DecimalMin("0") BigDecimal minAnnualRatePercent,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Field(targetType = FieldType.STRING) @NotNull @DecimalMax("100") BigDecimal maxAnnualRatePercent,

        @Valid @NotNull BilingualText security,
        @NotEmpty @Size(max = 20) List<@NotNull SecurityKind> securityKinds,
        @NotEmpty @Size(max = 10) List<@NotNull BorrowerKind> borrowers,
        boolean revolving,
        boolean publicNotice,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid TradingRequirement> tradingRequirements,
        @NotEmpty @Size(max = 30) List<@NotNull @Valid BilingualText> requiredPapers,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid ApprovalBand> bands,
        @Valid @Nullable PromisedDays promisedDays,
        @Nullable Integer edition) {

    static final long MOST_FEN = 100_000_000_000L;
    static final int FIRST_VERSION = 1;

    /** Which edition of its parameters this is; a case keeps the one it began with. */
    public int version() {
        return edition == null ? FIRST_VERSION : edition;
    }

    public boolean lends(long amountFen) {
        return amountFen >= minAmountFen && amountFen <= maxAmountFen;
    }

    public boolean runsFor(int termMonths) {
        return termMonths >= minTermMonths && termMonths <= maxTermMonths;
    }

    /** Months of trading that an amount asks for: the strictest requirement that it reaches. */
    public int tradingMonthsFor(long amountFen) {
        return tradingRequirements.stream()
                .filter(requirement -> amountFen > requirement.aboveFen())
                .map(TradingRequirement::months)
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /** Who decides on an amount (rule L-8); the last band for whatever lies above. */
    public ApprovalBand.Decider deciderFor(long amountFen) {
        return bands.stream()
                .filter(band -> amountFen <= band.upToFen())
                .findFirst()
                .orElse(bands.get(bands.size() - 1))
                .decider();
    }

    /** Up to which amount these decide alone; 0 when no band is theirs. */
    public long decidesUpToFen(ApprovalBand.Decider decider) {
        return bands.stream()
                .filter(band -> band.decider() == decider)
                .mapToLong(ApprovalBand::upToFen)
                .max()
                .orElse(0);
    }

    LoanProduct as(String newCode, int newVersion) {
        return new LoanProduct(
                newCode,
                name,
                minAmountFen,
                maxAmountFen,
                minTermMonths,
                maxTermMonths,
                methods,
                dayCount,
                minAnnualRatePercent,
                maxAnnualRatePercent,
                security,
                securityKinds,
                borrowers,
                revolving,
                publicNotice,
                tradingRequirements,
                requiredPapers,
                bands,
                promisedDays,
                newVersion);
    }

    @JsonIgnore
    @AssertTrue(message = "a minimum may not exceed its maximum") boolean isOrdered() {
        return minAmountFen <= maxAmountFen
                && minTermMonths <= maxTermMonths
                && (minAnnualRatePercent == null
                        || maxAnnualRatePercent == null
                        || minAnnualRatePercent.compareTo(maxAnnualRatePercent) <= 0);
    }

    @JsonIgnore
    @AssertTrue(message = "the bands must rise up to the largest amount") boolean isDecidable() {
        if (bands == null || bands.isEmpty() || bands.contains(null)) {
            return true;
        }
        for (int at = 1; at < bands.size(); at++) {
            if (bands.get(at).upToFen() <= bands.get(at - 1).upToFen()) {
                return false;
            }
        }
        return bands.get(bands.size() - 1).upToFen() >= maxAmountFen;
    }
}
