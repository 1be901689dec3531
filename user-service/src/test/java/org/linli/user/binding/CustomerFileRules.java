package org.linli.user.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerFileRules {
    private final CustomerFile file = new CustomerFile("c1", List.of(), null);

    @Test
    void ten_users_share_a_customer_and_the_same_one_counts_once() {
        for (int i = 0; i < CustomerFile.MOST_USERS; i++) {
            assertThat(file.add("u" + i)).isTrue();
        }
        assertThat(file.add("u0")).isTrue();
        assertThat(file.add("u10")).isFalse();
        assertThat(file.remove("u3")).isTrue();
        assertThat(file.remove("u3")).isFalse();
        assertThat(file.add("u10")).isTrue();
    }

    @Test
    void a_block_is_lifted_again() {
        file.block("fraud");
        assertThat(file.isBlocked()).isTrue();
        file.block(null);
        assertThat(file.isBlocked()).isFalse();
    }
}
