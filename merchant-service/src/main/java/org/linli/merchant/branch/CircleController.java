package org.linli.merchant.branch;

import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For staff and for imports: whether this service already attaches merchants to a branch, and by which circle. */
@RestController
class CircleController {
    private final Branches branches;

    CircleController(Branches branches) {
        this.branches = branches;
    }

    record Circle(String branchId, LocatedPoint point, int radiusMeters) {}

    @Allowed("circle.read")
    @GetMapping("/api/v1/admin/merchants/circles/{branchId}")
    Circle circle(@PathVariable String branchId) {
        BranchCircle known = branches.circle(branchId).orElseThrow(ProblemException::notFound);
        return new Circle(known.branchId(), LocatedPoint.of(known.point(), Crs.GCJ02), known.radiusMeters());
    }
}
