package org.linli.loan.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.merchant.Merchant;
import org.linli.loan.merchant.MerchantDirectory;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.springframework.stereotype.Component;

/** Tells at once whether an application would be taken, with every rule that fails; stores nothing. */
@Component
class EligibilityCheck {
    private final LoanProducts products;
    private final MerchantDirectory merchants;
    private final ApplicationRegister register;
    private final Clock clock;

    EligibilityCheck(LoanProducts products, MerchantDirectory merchants, ApplicationRegister register, Clock clock) {
        this.products = products;
        this.merchants = merchants;
        this.register = register;
        this.clock = clock;
    }

    /** What somebody might apply for. @param person whose other applications count, too; null when staff ask */
    record Wish(
            String merchantId,
            @Nullable String person,
            String productCode,
            long amountFen,
            int termMonths,
            LocalDate businessStartedOn) {}

    sealed interface Verdict {}

    /** @param openApplicationId an application that is in the way (rule E-5) */
    record Judged(List<FailedRule> failed, @Nullable String openApplicationId) implements Verdict {
        boolean eligible() {
            return failed.isEmpty() && openApplicationId == null;
        }
    }

    record UnknownProduct() implements Verdict {}

    record StartsInFuture() implements Verdict {}

    /** @throws org.linli.starter.web.DependencyUnavailableException when the merchant cannot be asked for */
    Verdict judge(Wish wish) {
        Optional<LoanProduct> product = products.withCode(wish.productCode());
        if (product.isEmpty()) {
            return new UnknownProduct();
        }
        LocalDate today = StagePromises.businessDate(clock.instant());
        if (wish.businessStartedOn().isAfter(today)) {
            return new StartsInFuture();
        }
        boolean approved =
                merchants.find(wish.merchantId()).filter(Merchant::approved).isPresent();
        List<FailedRule> failed = EligibilityPolicy.failedBy(new Applicant(
                product.get(), wish.amountFen(), wish.termMonths(), wish.businessStartedOn(), approved, today));
        return new Judged(
                failed,
                register.inTheWay(wish.merchantId(), wish.person(), wish.productCode())
                        .orElse(null));
    }
}
