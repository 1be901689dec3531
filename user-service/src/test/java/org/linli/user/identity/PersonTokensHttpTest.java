package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.user.PeopleHttpTest;
import org.linli.user.token.RevocationStore;
import org.springframework.beans.factory.annotation.Autowired;

/** People's tokens with rights that are no more are called back wherever the service dies (rule P-5). */
class PersonTokensHttpTest extends PeopleHttpTest {
    @Autowired
    private PersonTokens tokens;

    @Autowired
    private RevocationStore revocations;

    @Autowired
    private UserStore users;

    private boolean isCalledBack(String userId) {
        return revocations.after("").stream().anyMatch(one -> one.holder().equals(Revocation.subject(userId)));
    }

    private void assertCalledBack(String userId, int writes) {
        tokens.finish();
        assertThat(isCalledBack(userId)).as("died after write " + writes).isTrue();
        assertThat(users.find(userId).orElseThrow().staleTokens()).isNull();
    }

    @Test
    void whoever_left_a_merchant_keeps_no_token_although_the_service_died() throws Exception {
        int writes = 0;
        int died = 0;
        do {
            writes++;
            String merchant = "m" + Ids.next();
            String owner = merchantPerson(merchant, newPhone(), "OWNER");
            String cashier = userId(merchantPerson(merchant, newPhone(), "CASHIER"));
            watch.dieAfter(writes);
            remove("/api/v1/me/merchant/members/" + cashier, owner, null);
            died = watch.revive() ? writes : died;
            if (users.find(cashier).orElseThrow().memberships().isEmpty()) {
                assertCalledBack(cashier, writes);
            }
        } while (died == writes);
        assertThat(died)
                .as("beginning, leaving, calling back, striking out, ending")
                .isGreaterThan(3);
    }

    @Test
    void whoever_is_shut_out_keeps_no_token_although_the_service_died() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            String person = userId(newConsumer());
            watch.dieAfter(writes);
            tell("/api/v1/admin/customers/" + person + "/blacklisting", administrator(), Map.of("reason", "fraud"));
            died = watch.revive();
            assertCalledBack(person, writes);
        } while (died);
        assertThat(writes).isGreaterThan(2);
    }

    @Test
    void what_was_called_back_once_is_not_called_back_at_every_pass() throws Exception {
        String person = userId(newConsumer());
        tell("/api/v1/admin/customers/" + person + "/blacklisting", administrator(), Map.of("reason", "fraud"))
                .andExpect(status().isNoContent());
        assertThat(users.withStaleTokens()).noneMatch(user -> user.id().equals(person));
    }
}
