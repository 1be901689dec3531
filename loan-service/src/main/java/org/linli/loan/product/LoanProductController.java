package org.linli.loan.product;

import java.util.List;
import java.util.Locale;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.starter.security.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoanProductController {
    private final LoanProducts products;

    LoanProductController(LoanProducts products) {
        this.products = products;
    }

    /** The products with their limits, rates and papers (rule L-1), names in the caller's language. */
    @Open
    @GetMapping("/api/v1/loan-products")
    Answer list(Locale locale) {
        return new Answer(
                products.all().stream().map(product -> Item.of(product, locale)).toList());
    }

    record Answer(List<Item> items) {}

    /** Money in fen, rates as decimal strings in percent a year. */
    record Item(
            String code,
            String name,
            long minAmountFen,
            long maxAmountFen,
            int minTermMonths,
            int maxTermMonths,
            List<RepaymentMethod> methods,
            DayCount dayCount,
            String minAnnualRatePercent,
            String maxAnnualRatePercent,
            String security,
            List<SecurityKind> securityKinds,
            List<BorrowerKind> borrowers,
            boolean revolving,
            boolean publicNotice,
            List<TradingRequirement> tradingRequirements,
            List<String> requiredPapers,
            int version) {
        static Item of(LoanProduct product, Locale locale) {
            return new Item(
                    product.code(),
                    product.name().in(locale),
                    product.minAmountFen(),
                    product.maxAmountFen(),
                    product.minTermMonths(),
                    product.maxTermMonths(),
                    product.methods(),
                    product.dayCount(),
                    product.minAnnualRatePercent().toPlainString(),
                    product.maxAnnualRatePercent().toPlainString(),
                    product.security().in(locale),
                    product.securityKinds(),
                    product.borrowers(),
                    product.revolving(),
                    product.publicNotice(),
                    product.tradingRequirements(),
                    product.requiredPapers().stream()
                            .map(paper -> paper.in(locale))
                            .toList(),
                    product.version());
        }
    }
}
