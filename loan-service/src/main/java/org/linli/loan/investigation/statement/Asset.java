package org.linli.loan.investigation.statement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that the business is said to have.
 *
 * @param evidence ids of photos and vouchers; without one that counts, the claim counts as nothing (rule L-3)
 */
public record Asset(
        @NotNull Kind kind,
        @Min(0) @Max(Amounts.MOST) long amountFen,
        @Nullable @Size(max = 20) List<@Size(max = 64) String> evidence) {
    public enum Kind {
        CASH,
        DEPOSIT,
        RECEIVABLE,
        STOCK,
        PREPAYMENT,
        EQUIPMENT,
        VEHICLE,
        PROPERTY,
        OTHER;

        boolean isMoney() {
            return this == CASH || this == DEPOSIT;
        }
    }

    public boolean isEvident(Set<String> counting) {
        return evidence != null && evidence.stream().anyMatch(counting::contains);
    }
}
