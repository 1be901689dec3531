package org.linli.user.outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.OutboxEvent;
import org.linli.user.branch.NodeStatus;
import org.linli.user.branch.PendingChange;

/** What happens to an outlet, at once and on a later date (rule W-9). */
class OutletRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    /** 2026-11-25, half past midnight in Shanghai. */
    private static final Instant TOMORROW = Instant.parse("2026-11-24T16:30:00Z");

    private static final GeoPoint HERE = new GeoPoint(30.25, 120.17);

    private static OutletDetails details(String branchId, String name, GeoPoint point) {
        return new OutletDetails(
                branchId,
                name,
                "菜市场 2 号",
                point,
                Machine.parse("CRS:1;ATM:2"),
                HoursText.parse("Mo-Fr 08:30-17:00"),
                "0578-1234567");
    }

    private static Outlet open() {
        return Outlet.open("x1", details("B01", "菜市场服务点", HERE), NOW);
    }

    @Test
    void opening_tells_everyone_the_whole_state() {
        assertThat(open().outbox()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("outlet-opened");
            assertThat(event.dataJson())
                    .contains(
                            "\"organisationPath\":\"/hq/B01/x1/\"",
                            "{\"kind\":\"ATM\",\"count\":2}",
                            "{\"day\":\"FRIDAY\",\"from\":\"08:30\",\"to\":\"17:00\"}",
                            "\"openedOn\":\"2026-11-24\"");
        });
    }

    @Test
    void another_name_is_a_change_and_another_place_or_branch_a_move() {
        Outlet outlet = open();
        outlet.change(details("B01", "新名", HERE), NOW);
        outlet.change(details("B01", "新名", new GeoPoint(30.26, 120.17)), NOW);
        outlet.change(details("B02", "新名", new GeoPoint(30.26, 120.17)), NOW);
        outlet.change(details("B02", "新名", new GeoPoint(30.26, 120.17)), NOW);
        assertThat(types(outlet)).containsExactly("outlet-opened", "outlet-changed", "outlet-moved", "outlet-moved");
        assertThat(outlet.organisationPath()).isEqualTo("/hq/B02/x1/");
    }

    @Test
    void closing_twice_tells_it_once() {
        Outlet outlet = open();
        outlet.close(TOMORROW);
        outlet.close(TOMORROW);
        assertThat(types(outlet)).containsExactly("outlet-opened", "outlet-closed");
        assertThat(outlet.closedOn()).isEqualTo("2026-11-25");
    }

    @Test
    void a_planned_outlet_is_told_of_on_its_date_in_shanghai_and_once() {
        Outlet outlet = Outlet.planned("x1", details("B01", "菜市场服务点", HERE), LocalDate.parse("2026-11-25"));
        assertThat(outlet.status()).isEqualTo(NodeStatus.PLANNED);
        assertThat(outlet.applyPending(NOW)).isFalse();
        assertThat(outlet.outbox()).isEmpty();
        assertThat(outlet.applyPending(TOMORROW)).isTrue();
        assertThat(outlet.applyPending(TOMORROW)).isFalse();
        assertThat(types(outlet)).containsExactly("outlet-opened");
        assertThat(outlet.status()).isEqualTo(NodeStatus.OPEN);
    }

    @Test
    void a_planned_outlet_that_is_called_off_never_opens_and_nobody_hears_of_it() {
        Outlet outlet = Outlet.planned("x1", details("B01", "菜市场服务点", HERE), LocalDate.parse("2026-11-25"));
        outlet.cancelPending();
        assertThat(outlet.applyPending(TOMORROW)).isFalse();
        assertThat(outlet.status()).isEqualTo(NodeStatus.CLOSED);
        assertThat(outlet.outbox()).isEmpty();
    }

    @Test
    void a_planned_move_and_a_planned_closing_happen_after_downtime_too() {
        Outlet outlet = open();
        outlet.later(PendingChange.change(LocalDate.parse("2026-11-20"), details("B02", "新", HERE)));
        assertThat(outlet.applyPending(NOW)).isTrue();
        outlet.later(PendingChange.closing(LocalDate.parse("2026-11-24")));
        assertThat(outlet.applyPending(NOW)).isTrue();
        assertThat(types(outlet)).containsExactly("outlet-opened", "outlet-moved", "outlet-closed");
    }

    @Test
    void a_change_that_is_called_off_leaves_an_open_outlet_open() {
        Outlet outlet = open();
        outlet.later(PendingChange.closing(LocalDate.parse("2026-11-25")));
        outlet.cancelPending();
        assertThat(outlet.applyPending(TOMORROW)).isFalse();
        assertThat(outlet.isOpen()).isTrue();
    }

    @Test
    void machines_are_equal_in_any_order() {
        assertThat(Machine.checked(Machine.parse("ATM:2; CRS:1")))
                .isEqualTo(Machine.checked(Machine.parse("CRS:1;ATM:2")))
                .isEqualTo(List.of(new Machine(Machine.Kind.ATM, 2), new Machine(Machine.Kind.CRS, 1)));
        assertThat(Machine.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATM", "ATM:0", "ATM:51", "ATM:-1", "ATM:x", "FAX:1", "ATM:1;ATM:2", "ATM:1;", ":1"})
    void other_machines_are_refused(String text) {
        assertThatThrownBy(() -> Machine.checked(Machine.parse(text))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> types(Outlet outlet) {
        return outlet.outbox().stream().map(OutboxEvent::type).toList();
    }
}
