package org.linli.loan.approval;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.product.LoanProduct;

/** An approval may give less, for a shorter time and dearer than asked and priced, never the other way (rule L-8). */
final class TermsPolicy {
    private TermsPolicy() {}

    /**
     * Everything that is wrong with the terms, in the order of the list.
     *
     * @param pricePercent the rate that the pricing found, if there is one (rule L-9)
     */
    static List<TermsFault> faults(
            Terms terms, LoanCase asked, LoanProduct product, @Nullable BigDecimal pricePercent) {
        BigDecimal rate = terms.annualRatePercent();
        Map<TermsFault, Boolean> faults = new EnumMap<>(TermsFault.class);
        faults.put(TermsFault.AMOUNT_ABOVE_ASKED, terms.amountFen() > asked.amountFen());
        faults.put(TermsFault.AMOUNT_OUTSIDE_PRODUCT, !product.lends(terms.amountFen()));
        faults.put(TermsFault.TERM_LONGER_THAN_ASKED, terms.termMonths() > asked.termMonths());
        faults.put(TermsFault.TERM_OUTSIDE_PRODUCT, !product.runsFor(terms.termMonths()));
        faults.put(
                TermsFault.RATE_OUTSIDE_PRODUCT,
                rate.compareTo(product.minAnnualRatePercent()) < 0
                        || rate.compareTo(product.maxAnnualRatePercent()) > 0);
        faults.put(TermsFault.RATE_BELOW_PRICE, pricePercent != null && rate.compareTo(pricePercent) < 0);
        faults.put(TermsFault.METHOD_NOT_OFFERED, !product.methods().contains(terms.method()));
        return faults.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }
}
