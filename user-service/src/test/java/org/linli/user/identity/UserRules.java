package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.OutboxEvent;

class UserRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private final User person = User.ofMerchant("u1", "v1:secret", "index");

    private Membership current() {
        return person.currentMembership().orElseThrow();
    }

    @Test
    void only_the_first_login_is_told_and_without_personal_data() {
        person.logIn(NOW);
        person.logIn(NOW.plusSeconds(1));
        assertThat(person.outbox())
                .extracting(OutboxEvent::dataJson)
                .containsExactly("{\"userId\":\"u1\",\"kind\":\"merchant\"}");
    }

    @Test
    void the_merchant_joined_last_is_the_one_a_login_works_for() {
        person.join("m1", MerchantRole.OWNER, NOW);
        person.join("m2", MerchantRole.CASHIER, NOW);
        assertThat(current().merchantId()).isEqualTo("m2");
    }

    @Test
    void joining_again_changes_nothing_and_another_role_replaces_the_first() {
        person.join("m1", MerchantRole.CASHIER, NOW);
        person.join("m2", MerchantRole.OWNER, NOW);
        person.join("m1", MerchantRole.CASHIER, NOW);
        assertThat(current().merchantId()).isEqualTo("m2");
        person.join("m1", MerchantRole.OWNER, NOW);
        assertThat(current()).isEqualTo(new Membership("m1", MerchantRole.OWNER, NOW));
        assertThat(person.isMember("m1", MerchantRole.CASHIER)).isFalse();
    }

    @Test
    void nobody_belongs_to_more_than_twenty_merchants() {
        for (int i = 0; i < 20; i++) {
            assertThat(person.join("m" + i, MerchantRole.CASHIER, NOW)).isTrue();
        }
        assertThat(person.join("m20", MerchantRole.CASHIER, NOW)).isFalse();
        assertThat(person.join("m3", MerchantRole.OWNER, NOW)).isTrue();
    }
}
