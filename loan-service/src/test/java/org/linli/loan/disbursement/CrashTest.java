package org.linli.loan.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.ApprovedFixture;
import org.linli.loan.LendingService;
import org.linli.loan.Tokens;
import org.linli.loan.WriteBoundaries;
import org.linli.loan.application.Stage;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.beans.factory.annotation.Autowired;

/** The service dies at every write in turn, before it and after it: money moves exactly once all the same. */
class CrashTest extends LendingService {
    private static final int MORE_WRITES_THAN_THERE_ARE = 30;

    @Autowired
    Disbursing disbursing;

    @Autowired
    Drawing drawing;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_loan_is_paid_once_wherever_the_service_dies(boolean afterwards) {
        List<Case> died = new ArrayList<>();
        boolean killed = true;
        for (int write = 1; killed && write < MORE_WRITES_THAN_THERE_ARE; write++) {
            Case of = signed(ApprovedFixture.loan());
            killed = WriteBoundaries.killedAt(write, afterwards, () -> disbursing.order(of.id(), clerkHimself()));
            died.add(of);
        }
        assertThat(killed).as("the last one came to its end").isFalse();
        assertThat(died.size()).as("places to die at").isGreaterThan(5);
        for (Case of : died) {
            if (disbursement(of.id()).status() == 404) {
                disburse(of, clerk);
            }
            awaitStatus(of.id(), "DONE");
            assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(1);
            assertThat(stageOf(of.id())).isEqualTo(Stage.DISBURSED);
            assertThat(http.get("/api/v1/loans", Tokens.owner(of.merchantId())).each("items", "id"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_draw_is_paid_once_and_takes_its_share_once_wherever_the_service_dies(boolean afterwards) {
        boolean killed = true;
        Case of = signed(ApprovedFixture.line(100_000_000));
        http.post(CASES + of.id() + "/credit-line", clerk, "", "Idempotency-Key", Ids.next());
        int draws = 0;
        List<String> keys = new ArrayList<>();
        for (int write = 1; killed && write < MORE_WRITES_THAN_THERE_ARE; write++) {
            String key = Ids.next();
            killed = WriteBoundaries.killedAt(
                    write, afterwards, () -> drawing.draw(of.id(), key, 200_000, 3, owner(of)));
            keys.add(key);
            draws++;
        }
        assertThat(killed).isFalse();
        assertThat(draws).as("places to die at").isGreaterThan(6);
        for (String key : keys) {
            drawing.draw(of.id(), key, 200_000, 3, owner(of));
            awaitStatus(Ids.derived(of.id(), key), "DONE");
        }
        assertThat(BANK.booked(of.account(), "DISBURSEMENT")).hasSize(draws);
        String line = "/api/v1/loans/lines/" + of.id();
        assertThat(http.get(line, clerk).body().path("availableFen").asLong())
                .isEqualTo(100_000_000 - draws * 200_000L);
        assertThat(http.get("/api/v1/loans?size=100", Tokens.owner(of.merchantId()))
                        .each("items", "id"))
                .hasSize(draws);
    }

    private static Caller clerkHimself() {
        return new Caller("clerk-1", "staff", Set.of("DISBURSEMENT_CLERK"), "hq", Map.of(), List.of("/hq/"), Map.of());
    }

    private static Caller owner(Case of) {
        return new Caller(
                "person-1",
                "merchant",
                Set.of("OWNER"),
                null,
                Map.of(),
                List.of(),
                Map.of("merchantId", of.merchantId()));
    }
}
