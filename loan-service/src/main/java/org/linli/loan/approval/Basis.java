package org.linli.loan.approval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.approval.kernel.Level;

/**
 * On what a decision rests: what was asked, under which parameters, and what the deciders had before them. Never
 * changes.
 *
 * @param edition the parameters in full, so that no later configuration can make the decision unexplainable
 * @param level whose decision the amount is
 * @param atLeast the lowest level that may hear it; higher than SYSTEM on appeal
 * @param investigators who had looked into it, and so had no say
 */
record Basis(
        String merchantId,
        String organisationPath,
        String productCode,
        int productVersion,
        long amountFen,
        int termMonths,
        ApprovalEdition edition,
        Level level,
        Level atLeast,
        List<String> investigators,
        List<InputSeen> inputs) {

    static Basis of(LoanCase asked, ApprovalEdition edition, Level atLeast, List<InputSeen> inputs) {
        return new Basis(
                asked.merchantId(),
                asked.organisationPath(),
                asked.productCode(),
                asked.productVersion(),
                asked.amountFen(),
                asked.termMonths(),
                edition,
                Level.higher(edition.bands().levelFor(asked.amountFen()), atLeast),
                atLeast,
                asked.investigators().stream().sorted().toList(),
                List.copyOf(inputs));
    }

    /** The price found, if pricing was available (rule L-9). */
    @Nullable BigDecimal pricePercent() {
        return inputs.stream()
                .map(InputSeen::ratePercent)
                .filter(rate -> rate != null)
                .map(BigDecimal::new)
                .findFirst()
                .orElse(null);
    }

    /** What an approval of this amount needs and does not have; nothing for small amounts. */
    List<InputSeen.Kind> missing() {
        if (amountFen <= edition.assessmentAboveFen()) {
            return List.of();
        }
        return inputs.stream()
                .filter(input -> !input.available())
                .map(InputSeen::kind)
                .toList();
    }
}
