package org.linli.loan.product;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the bank lends at present. */
@Component
public class LoanProducts {
    private final List<LoanProduct> products;

    LoanProducts(ProductSettings settings) {
        this.products = List.copyOf(settings.products());
    }

    public List<LoanProduct> all() {
        return products;
    }

    /** The product as it was when a case began with it. */
    public Optional<LoanProduct> version(String code, int version) {
        return withCode(code).filter(product -> product.version() == version);
    }

    public Optional<LoanProduct> withCode(String code) {
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }
}
