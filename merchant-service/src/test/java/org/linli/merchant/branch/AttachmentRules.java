package org.linli.merchant.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.Haversine;

class AttachmentRules {
    private static final double METER = 180 / (Math.PI * Haversine.EARTH_RADIUS_METERS);
    private static final GeoPoint CENTRE = new GeoPoint(30.0, 120.0);

    @Test
    void theNearestBranchWhoseCircleHoldsThePlaceWins() {
        List<BranchCircle> circles = List.of(circle("B01", 0, 2500, false), circle("B02", 1000, 2500, false));
        assertThat(Branches.nearest(circles, north(600)).branchId()).isEqualTo("B02");
        assertThat(Branches.nearest(circles, north(400)).branchId()).isEqualTo("B01");
    }

    @Test
    void aNearerBranchWithASmallerCircleDoesNotWinOutsideOfIt() {
        List<BranchCircle> circles = List.of(circle("B01", 0, 2000, false), circle("B02", 4900, 3000, false));
        assertThat(Branches.nearest(circles, north(2100)).branchId()).isEqualTo("B02");
    }

    @Test
    void theEdgeBelongsToTheCircle() {
        GeoPoint place = north(2400);
        int exactly = (int) Math.ceil(CENTRE.metersTo(place));
        assertThat(Branches.nearest(List.of(circle("B01", 0, exactly, false)), place)
                        .branchId())
                .isEqualTo("B01");
        assertThat(Branches.nearest(List.of(circle("B01", 0, exactly - 1, false)), place))
                .isEqualTo(Attachment.HEAD_OFFICE);
    }

    @Test
    void ofEquallyNearBranchesTheFirstByIdWins() {
        List<BranchCircle> circles = List.of(circle("B09", 0, 2500, false), circle("B02", 0, 2500, false));
        assertThat(Branches.nearest(circles, CENTRE).branchId()).isEqualTo("B02");
    }

    @Test
    void aClosedBranchHoldsNothing() {
        assertThat(Branches.nearest(List.of(circle("B01", 0, 2500, true)), CENTRE))
                .isEqualTo(Attachment.HEAD_OFFICE);
    }

    @Test
    void aPlaceInNoCircleGoesToTheHeadOffice() {
        assertThat(Branches.nearest(List.of(), CENTRE)).isEqualTo(new Attachment("hq", "/hq/"));
    }

    private static BranchCircle circle(String id, double metersNorth, int radius, boolean closed) {
        return new BranchCircle(id, 1, "/hq/" + id + "/", north(metersNorth), radius, false, closed);
    }

    private static GeoPoint north(double meters) {
        return new GeoPoint(CENTRE.lat() + meters * METER, CENTRE.lng());
    }
}
