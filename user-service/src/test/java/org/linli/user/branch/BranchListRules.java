package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;

class BranchListRules {
    private static final GeoPoint HERE = new GeoPoint(30.25, 120.17);

    private static Branch branch(String id, String name, double lat, double lng) {
        return Branch.open(id, new BranchDetails(name, "街", new GeoPoint(lat, lng), 2_500, false), Instant.EPOCH);
    }

    private static List<String> ids(Page<BranchQuery.Found> page) {
        return page.items().stream().map(found -> found.branch().id()).toList();
    }

    @Test
    void the_nearest_comes_first_and_equal_distances_go_by_id() {
        List<Branch> branches = List.of(
                branch("c", "三", 30.26, 120.17), branch("b", "二", 30.25, 120.17), branch("a", "一", 30.25, 120.17));
        assertThat(ids(new BranchQuery(HERE, "", 10, null).page(branches))).containsExactly("a", "b", "c");
    }

    @Test
    void without_a_point_the_name_decides_and_there_is_no_distance() {
        List<Branch> branches =
                List.of(branch("1", "乙", 30, 120), branch("2", "A", 30, 120), branch("0", "乙", 30, 120));
        Page<BranchQuery.Found> page = new BranchQuery(null, "", 10, null).page(branches);
        assertThat(ids(page)).containsExactly("2", "0", "1");
        assertThat(page.items()).allMatch(found -> found.distanceMeters() == null);
    }

    @Test
    void closed_branches_are_not_listed() {
        Branch closed = branch("a", "一", 30, 120);
        closed.close(Instant.EPOCH);
        assertThat(new BranchQuery(null, "", 10, null).page(List.of(closed)).items())
                .isEmpty();
    }

    @Test
    void a_text_finds_part_of_a_name_in_either_case() {
        List<Branch> branches = List.of(branch("a", "城关ABC支行", 30, 120), branch("b", "清溪支行", 30, 120));
        assertThat(ids(new BranchQuery(null, " abc ", 10, null).page(branches))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "bm90aGluZw"})
    void a_broken_cursor_is_refused(String after) {
        assertThatThrownBy(() -> new BranchQuery(HERE, "", 10, after).page(List.of()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_cursor_of_the_other_order_or_without_a_number_is_refused() {
        String byName = Cursor.of("n", "乙", "1");
        String noNumber = Cursor.of("d", "far", "1");
        assertThatThrownBy(() -> new BranchQuery(HERE, "", 10, byName).page(List.of()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new BranchQuery(HERE, "", 10, noNumber).page(List.of()))
                .isInstanceOf(ProblemException.class);
    }
}
