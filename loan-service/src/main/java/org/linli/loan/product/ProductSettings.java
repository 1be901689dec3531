package org.linli.loan.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The products as configured; the service does not start on a contradictory one. */
@Validated
@ConfigurationProperties("linli.loan")
record ProductSettings(@NotEmpty List<@Valid LoanProduct> products) {

    @AssertTrue(message = "a product's minimum may not exceed its maximum") boolean isOrdered() {
        return products.stream().allMatch(LoanProduct::hasOrderedLimits);
    }

    @AssertTrue(message = "product codes must differ") boolean isUnambiguous() {
        return products.stream().map(LoanProduct::code).distinct().count() == products.size();
    }
}
