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
 * @param renewal whether an approval had lapsed before; missing in the first documents
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
        List<InputSeen> inputs,
        @Nullable Boolean renewal) {

    static Basis of(LoanCase asked, ApprovalEdition edition, Level atLeast, List<InputSeen> inputs, boolean renewal) {
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
                List.copyOf(inputs),
                renewal ? true : null);
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

    /** What an approval of this amount needs and does not have; small amounts need it after a lapsed approval only. */
    List<InputSeen.Kind> missing() {
        boolean small = amountFen <= edition.assessmentAboveFen();
        return inputs.stream()
                .filter(input -> !input.available())
                .map(InputSeen::kind)
                .filter(kind -> !small || renewal != null && kind == InputSeen.Kind.ASSESSMENT)
                .toList();
    }
}
