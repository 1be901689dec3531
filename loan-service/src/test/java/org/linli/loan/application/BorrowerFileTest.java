package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BorrowerFileTest {
    private final BorrowerFile file = BorrowerFile.empty("M1")
            .with("A1", "MICRO")
            .with("A2", "MERCHANT_CREDIT")
            .with("A3", "MICRO");

    @Test
    void keeps_the_applications_of_every_product_in_their_order() {
        assertThat(file.applicationIds()).containsExactly("A1", "A2", "A3");
        assertThat(file.applicationIds("MICRO")).containsExactly("A1", "A3");
    }

    @Test
    void a_place_without_a_stored_application_is_free_for_the_next() {
        assertThat(file.unfilled("MICRO", List.of("A1"))).contains("A3");
        assertThat(file.unfilled("MICRO", List.of("A1", "A3"))).isEmpty();
    }
}
