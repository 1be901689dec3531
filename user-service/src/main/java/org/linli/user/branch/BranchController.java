package org.linli.user.branch;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Open;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everyone may know about branches. */
@RestController
class BranchController {
    private final Branches branches;

    BranchController(Branches branches) {
        this.branches = branches;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String name,
            String address,
            LocatedPoint point,
            int radiusMeters,
            @Nullable Double distanceMeters) {
        static Item of(BranchQuery.Found found, Crs crs) {
            BranchDetails details = found.branch().details();
            return new Item(
                    found.branch().id(),
                    details.name(),
                    details.address(),
                    LocatedPoint.of(details.point(), crs),
                    details.radiusMeters(),
                    found.distanceMeters());
        }
    }

    @Open
    @GetMapping("/api/v1/branches")
    Page<Item> list(
            @RequestParam @Nullable Double lat,
            @RequestParam @Nullable Double lng,
            @RequestParam(defaultValue = "GCJ02") Crs crs,
            @RequestParam(defaultValue = "") @Size(max = 50) String q,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam @Nullable String after) {
        Page<BranchQuery.Found> page = branches.list(new BranchQuery(point(lat, lng, crs), q, size, after));
        return new Page<>(
                page.items().stream().map(found -> Item.of(found, crs)).toList(), page.next());
    }

    private static @Nullable GeoPoint point(@Nullable Double lat, @Nullable Double lng, Crs crs) {
        if (lat == null && lng == null) {
            return null;
        }
        if (lat == null || lng == null) {
            throw ProblemException.invalidParameter(lat == null ? "lat" : "lng", "missing (expected: both or neither)");
        }
        return GeoPoint.of(lat, lng, crs);
    }
}
