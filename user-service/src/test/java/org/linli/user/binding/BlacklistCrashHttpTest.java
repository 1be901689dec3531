package org.linli.user.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.starter.security.Revocation;
import org.linli.user.PeopleHttpTest;
import org.linli.user.token.RevocationStore;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody of a customer who is shut out loses their tokens, wherever the service dies (rules W-8, P-5). */
class BlacklistCrashHttpTest extends PeopleHttpTest {
    @Autowired
    private Blacklist blacklist;

    @Autowired
    private RevocationStore revocations;

    @Autowired
    private CustomerFiles files;

    private boolean isCalledBack(String userId) {
        return revocations.after("").stream().anyMatch(one -> one.holder().equals(Revocation.subject(userId)));
    }

    @Test
    void all_people_of_the_customer_are_called_back() throws Exception {
        int writes = 0;
        boolean died;
        do {
            writes++;
            bankKnows("C" + Ids.next(), false);
            String one = newConsumer();
            String other = newConsumer();
            bind(one, newPhone());
            bind(other, newPhone());
            String otherId = userId(other);
            String path = "/api/v1/admin/customers/" + userId(one) + "/blacklisting";
            watch.dieAfter(writes);
            tell(path, administrator(), Map.of("reason", "fraud"));
            died = watch.revive();
            blacklist.finish();
            assertThat(isCalledBack(otherId)).as("died after write " + writes).isTrue();
            assertThat(files.withStaleTokens()).isEmpty();
        } while (died);
        assertThat(writes).isGreaterThan(4);
    }
}
