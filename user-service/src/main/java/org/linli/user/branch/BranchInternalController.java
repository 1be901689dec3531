package org.linli.user.branch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All branches for the other services, which otherwise learn of them by events; points in GCJ-02. */
@RestController
class BranchInternalController {
    private static final int MOST = 1_000;

    private final Branches branches;

    BranchInternalController(Branches branches) {
        this.branches = branches;
    }

    record Item(
            String id,
            String name,
            String address,
            String organisationPath,
            LocatedPoint point,
            int radiusMeters,
            boolean offerReviewRequired,
            boolean closed,
            long sequence) {
        static Item of(Branch branch) {
            BranchDetails details = branch.details();
            return new Item(
                    branch.id(),
                    details.name(),
                    details.address(),
                    branch.organisationPath(),
                    LocatedPoint.of(details.point(), Crs.GCJ02),
                    details.radiusMeters(),
                    details.offerReviewRequired(),
                    branch.isClosed(),
                    branch.sequence());
        }
    }

    @Allowed("internal.branch.read")
    @GetMapping("/internal/v1/branches")
    Page<Item> list(
            @RequestParam(defaultValue = "" + MOST) @Min(1) @Max(MOST) int size, @RequestParam @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Item> rest = branches.all().stream()
                .filter(branch -> !branch.wasNeverOpen())
                .filter(branch -> cursor == null || branch.id().compareTo(cursor.text(0)) > 0)
                .sorted(Comparator.comparing(Branch::id))
                .limit(size + 1L)
                .map(Item::of)
                .toList();
        return rest.size() <= size
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, size), Cursor.of(rest.get(size - 1).id()));
    }
}
