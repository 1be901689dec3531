package org.linli.user.outlet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.user.branch.BranchDetails;

/**
 * What staff decide about an outlet.
 *
 * @param branchId the branch above it
 * @param point normalised (rule G-2)
 * @param machines each kind once
 * @param phone of the counter; a business line, never a person's
 */
public record OutletDetails(
        String branchId,
        String name,
        String address,
        GeoPoint point,
        List<Machine> machines,
        OpeningHours hours,
        @Nullable String phone) {
    public static final int MAX_NAME = BranchDetails.MAX_NAME;
    public static final int MAX_ADDRESS = BranchDetails.MAX_ADDRESS;

    public OutletDetails {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: blank");
        }
        machines = Machine.checked(machines);
    }

    /** Whether these details put it elsewhere, on the map or in the tree. */
    boolean isElsewhereThan(OutletDetails other) {
        return !branchId.equals(other.branchId) || !point.equals(other.point);
    }
}
