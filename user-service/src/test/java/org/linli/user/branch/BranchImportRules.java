package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;

class BranchImportRules {
    private static final BranchImport.Point POINT = new BranchImport.Point(30.25, 120.17, "WGS84");

    private static BranchImport.Row row(String externalId, String name, BranchImport.Point point, Integer radius) {
        return new BranchImport.Row(7L, externalId, name, null, point, radius);
    }

    private static BranchImport.Fault faultOf(BranchImport.Row row) {
        return BranchImport.of(List.of(row)).rejected().get(0).fault();
    }

    @Test
    void a_good_row_is_normalised_and_gets_the_usual_circle() {
        BranchImport batch = BranchImport.of(List.of(row("x1", " 城关支行 ", POINT, null)));
        assertThat(batch.wanted().values())
                .containsExactly(new BranchDetails("城关支行", "", GeoPoint.of(30.25, 120.17, Crs.WGS84), 2_500, false));
    }

    @Test
    void the_same_external_id_is_the_same_branch() {
        BranchImport batch = BranchImport.of(List.of(row("x1", "一", POINT, null), row("x1", "一", POINT, null)));
        assertThat(batch.wanted()).hasSize(1);
        assertThat(batch.repeated()).isOne();
    }

    @Test
    void a_bad_row_costs_no_other() {
        BranchImport batch = BranchImport.of(List.of(row("x1", "", POINT, null), row("x2", "二", POINT, null)));
        assertThat(batch.rejected()).containsExactly(new BranchImport.Rejected(7L, BranchImport.Fault.NAME_INVALID));
        assertThat(batch.wanted()).hasSize(1);
    }

    @Test
    void a_row_needs_an_external_id_a_name_and_a_circle_in_range() {
        assertThat(faultOf(row(null, "一", POINT, null))).isEqualTo(BranchImport.Fault.EXTERNAL_ID_INVALID);
        assertThat(faultOf(row("x", "控\u0007制", POINT, null))).isEqualTo(BranchImport.Fault.NAME_INVALID);
        assertThat(faultOf(row("x", "长".repeat(101), POINT, null))).isEqualTo(BranchImport.Fault.NAME_INVALID);
        assertThat(faultOf(row("x", "一", POINT, 1_999))).isEqualTo(BranchImport.Fault.RADIUS_OUT_OF_RANGE);
        assertThat(faultOf(row("x", "一", null, null))).isEqualTo(BranchImport.Fault.POINT_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "91, 120, GCJ02, POINT_INVALID",
        "120.17, 30.25, GCJ02, POINT_INVALID",
        "30, 181, WGS84, POINT_INVALID",
        "30, , WGS84, POINT_INVALID",
        "NaN, 120, GCJ02, POINT_INVALID",
        "30, 120, MARS, CRS_UNKNOWN",
    })
    void a_point_that_does_not_exist_is_a_fault_of_its_row(
            Double lat, Double lng, String crs, BranchImport.Fault fault) {
        assertThat(faultOf(row("x", "一", new BranchImport.Point(lat, lng, crs), null)))
                .isEqualTo(fault);
    }
}
