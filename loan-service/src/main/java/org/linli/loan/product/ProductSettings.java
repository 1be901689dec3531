package org.linli.loan.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The first editions of the products; the service does not start on a contradictory one.
 *
 * @param productsReadEvery how old the editions in memory may be: other replicas' publications show after that
 */
@Validated
@ConfigurationProperties("linli.loan")
record ProductSettings(
        @NotEmpty List<@Valid LoanProduct> products,
        @DefaultValue("2s") Duration productsReadEvery) {

    @AssertTrue(message = "product codes must differ") boolean isUnambiguous() {
        return products.stream().map(LoanProduct::code).distinct().count() == products.size();
    }
}
