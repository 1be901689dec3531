package org.linli.user.outlet;

import java.util.List;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.starter.security.Open;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.branch.Branch;
import org.linli.user.branch.BranchDetails;
import org.linli.user.branch.Branches;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everyone may know about one branch and its outlets. */
@RestController
class BranchPageController {
    private final Branches branches;
    private final Outlets outlets;

    BranchPageController(Branches branches, Outlets outlets) {
        this.branches = branches;
        this.outlets = outlets;
    }

    record Answer(
            String id,
            String name,
            String address,
            LocatedPoint point,
            int radiusMeters,
            List<OutletAnswers.Public> outlets) {
        static Answer of(Branch branch, List<Outlet> outlets, Crs crs) {
            BranchDetails details = branch.details();
            return new Answer(
                    branch.id(),
                    details.name(),
                    details.address(),
                    LocatedPoint.of(details.point(), crs),
                    details.radiusMeters(),
                    items(outlets, crs));
        }
    }

    @Open
    @GetMapping("/api/v1/branches/{id}")
    ResponseEntity<Answer> one(@PathVariable String id, @RequestParam(defaultValue = "GCJ02") Crs crs) {
        Branch branch = open(id);
        List<Outlet> below = outlets.openOf(id);
        return ResponseEntity.ok().eTag(tag(branch, below)).body(Answer.of(branch, below, crs));
    }

    /** The branch's changes, and what tells this answer from the one with other outlets. */
    private static String tag(Branch branch, List<Outlet> below) {
        int state = below.stream()
                .map(outlet -> outlet.id() + ":" + outlet.sequence())
                .toList()
                .hashCode();
        return branch.sequence() + (below.isEmpty() ? "" : "-" + Integer.toHexString(state));
    }

    /** All of them: a branch has a handful. */
    @Open
    @GetMapping("/api/v1/branches/{id}/outlets")
    Page<OutletAnswers.Public> outlets(@PathVariable String id, @RequestParam(defaultValue = "GCJ02") Crs crs) {
        return new Page<>(items(outlets.openOf(open(id).id()), crs), null);
    }

    private Branch open(String id) {
        return branches.find(id).filter(Branch::isOpen).orElseThrow(ProblemException::notFound);
    }

    private static List<OutletAnswers.Public> items(List<Outlet> outlets, Crs crs) {
        return outlets.stream()
                .map(outlet -> OutletAnswers.Public.of(outlet, crs))
                .toList();
    }
}
