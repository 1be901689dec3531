package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.OutboxEvent;

class BranchRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final BranchDetails DETAILS = details(2_500);

    private static BranchDetails details(int radius) {
        return new BranchDetails("城关支行", "中心街1号", new GeoPoint(30.25, 120.17), radius, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 2_500, 3_000})
    void a_circle_of_two_to_three_kilometres_is_fine(int radius) {
        assertThatCode(() -> details(radius)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_999, 3_001, 50_000})
    void any_other_circle_is_refused(int radius) {
        assertThatThrownBy(() -> details(radius)).hasMessageContaining(String.valueOf(radius));
    }

    @Test
    void opening_tells_everyone_the_whole_state() {
        Branch branch = Branch.open("B01", DETAILS, NOW);
        assertThat(branch.outbox()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("branch-opened");
            assertThat(event.dataJson())
                    .contains("\"organisationPath\":\"/hq/B01/\"", "\"lat\":30.25", "\"radiusMeters\":2500");
        });
    }

    @Test
    void the_same_details_again_tell_nothing() {
        Branch branch = Branch.open("B01", DETAILS, NOW);
        branch.change(details(2_500), NOW);
        assertThat(branch.outbox()).hasSize(1);
    }

    @Test
    void closing_twice_tells_it_once() {
        Branch branch = Branch.open("B01", DETAILS, NOW);
        branch.change(details(3_000), NOW);
        branch.close(NOW);
        branch.close(NOW);
        assertThat(branch.outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("branch-opened", "branch-moved", "branch-closed");
        assertThat(branch.sequence()).isEqualTo(3);
    }
}
