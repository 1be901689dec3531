package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.starter.geo.GeoPoint;
import org.linli.user.branch.BranchDetails;
import org.linli.user.organisation.OrganisationRow.Fault;
import org.linli.user.outlet.HoursText;
import org.linli.user.outlet.Machine;
import org.linli.user.outlet.OutletDetails;

/** What rows of a file become. */
class OrganisationImportRules {
    private static final OrganisationImport.Present EMPTY =
            new OrganisationImport.Present(id -> false, id -> Optional.empty(), id -> Optional.empty());
    private static final GeoPoint POINT_NOW = new GeoPoint(30, 120);
    private static final OrganisationRow.Point POINT = new OrganisationRow.Point(30.0, 120.0, "WGS84");

    private static OrganisationRow row(String id, String kind, String parent) {
        return new OrganisationRow(2L, null, id, kind, parent, "名", "街", POINT, null, "Mo 08:30-17:00", "ATM:1", null);
    }

    private static BranchDetails branch() {
        return new BranchDetails("老名", "老街", POINT_NOW, 3_000, true);
    }

    private static OutletDetails outlet() {
        return new OutletDetails(
                "B01", "老点", "老街", POINT_NOW, Machine.parse("CRS:3"), HoursText.parse("24/7"), "0578-1234567");
    }

    @Test
    void what_a_row_does_not_say_stays_as_it_is() {
        OrganisationImport.Present present = new OrganisationImport.Present(
                id -> true,
                id -> id.equals("B01") ? Optional.of(branch()) : Optional.empty(),
                id -> id.equals("x1") ? Optional.of(outlet()) : Optional.empty());
        OrganisationRow renamed =
                new OrganisationRow(2L, null, "B01", "branch", null, "新名", null, POINT, null, null, null, "2026-12-01");
        OrganisationRow moved =
                new OrganisationRow(3L, null, "x1", "outlet", "B02", "新点", null, POINT, null, null, null, "2026-12-01");
        OrganisationImport read = OrganisationImport.of(List.of(renamed, moved), present);
        assertThat(read.branches().get("B01").details())
                .returns(3_000, BranchDetails::radiusMeters)
                .returns(true, BranchDetails::offerReviewRequired)
                .returns("新名", BranchDetails::name);
        assertThat(read.outlets().get("x1").details())
                .returns("B02", OutletDetails::branchId)
                .returns(outlet().hours(), OutletDetails::hours)
                .returns(outlet().machines(), OutletDetails::machines)
                .returns("0578-1234567", OutletDetails::phone);
        assertThat(read.outlets().get("x1").on()).isEqualTo("2026-12-01");
    }

    @Test
    void an_outlet_may_stand_above_its_branch() {
        OrganisationImport read =
                OrganisationImport.of(List.of(row("x1", "outlet", "B01"), row("B01", "branch", null)), EMPTY);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.branches()).containsOnlyKeys("B01");
        assertThat(read.outlets().get("x1").details().branchId()).isEqualTo("B01");
        assertThat(read.outlets().get("x1").details().hours()).isEqualTo(HoursText.parse("Mo 08:30-17:00"));
    }

    @Test
    void a_parent_may_be_named_by_its_external_id() {
        OrganisationRow branch =
                new OrganisationRow(2L, "源-1", null, "branch", null, "名", "", POINT, null, null, null, null);
        OrganisationRow outlet =
                new OrganisationRow(3L, "源-2", null, "outlet", "源-1", "名", "", POINT, null, null, null, null);
        OrganisationImport read = OrganisationImport.of(List.of(branch, outlet), EMPTY);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.branches())
                .containsKey(read.outlets().values().iterator().next().details().branchId());
    }

    @Test
    void a_row_that_stands_twice_is_taken_once() {
        OrganisationImport read =
                OrganisationImport.of(List.of(row("B01", "branch", null), row("B01", "BRANCH", null)), EMPTY);
        assertThat(read.branches()).hasSize(1);
        assertThat(read.repeated()).isEqualTo(1);
    }

    @Test
    void two_different_rows_of_one_id_are_a_mistake_in_the_file() {
        OrganisationRow other =
                new OrganisationRow(3L, null, "B01", "branch", null, "另一个", "街", POINT, null, null, null, null);
        OrganisationImport read = OrganisationImport.of(List.of(row("B01", "branch", null), other), EMPTY);
        assertThat(read.rejected()).containsExactly(new OrganisationImport.Rejected(3L, Fault.ID_TAKEN));
    }

    @Test
    void an_id_of_the_other_kind_and_a_closed_parent_are_refused() {
        OrganisationImport.Present present = new OrganisationImport.Present(
                id -> id.equals("B01"),
                id -> id.startsWith("B") ? Optional.of(branch()) : Optional.empty(),
                id -> id.equals("x9") ? Optional.of(outlet()) : Optional.empty());
        OrganisationImport read = OrganisationImport.of(
                List.of(
                        row("B02", "outlet", "B01"),
                        row("x9", "branch", null),
                        row("B03", "branch", null),
                        row("x2", "outlet", "B03")),
                present);
        assertThat(read.rejected())
                .extracting(OrganisationImport.Rejected::fault)
                .containsExactly(Fault.ID_TAKEN, Fault.ID_TAKEN, Fault.PARENT_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "id, ../x, ID_INVALID",
        "id, hq, ID_INVALID",
        "kind, region, KIND_UNKNOWN",
        "name, ' ', NAME_INVALID",
        "crs, MARS, CRS_UNKNOWN",
        "lat, 91, POINT_INVALID",
        "radius, 1999, RADIUS_OUT_OF_RANGE",
        "hours, Mo 17:00-08:00, HOURS_INVALID",
        "machines, FAX:1, MACHINES_INVALID",
        "parent, nowhere, PARENT_UNKNOWN",
        "date, tomorrow, DATE_OUT_OF_RANGE",
        "date, 2026-02-30, DATE_OUT_OF_RANGE",
    })
    void a_bad_row_is_told_by_its_line_and_fault(String field, String value, Fault fault) {
        boolean branch = field.equals("radius");
        OrganisationRow bad = new OrganisationRow(
                7L,
                null,
                field.equals("id") ? value : "x1",
                field.equals("kind") ? value : branch ? "branch" : "outlet",
                field.equals("parent") ? value : "B01",
                field.equals("name") ? value : "名",
                null,
                new OrganisationRow.Point(
                        field.equals("lat") ? Double.parseDouble(value) : 30,
                        120.0,
                        field.equals("crs") ? value : "GCJ02"),
                field.equals("radius") ? Integer.valueOf(value) : null,
                field.equals("hours") ? value : null,
                field.equals("machines") ? value : null,
                field.equals("date") ? value : null);
        OrganisationImport read = OrganisationImport.of(List.of(row("B01", "branch", null), bad), EMPTY);
        assertThat(read.rejected()).containsExactly(new OrganisationImport.Rejected(7L, fault));
        assertThat(read.branches()).hasSize(1);
    }
}
