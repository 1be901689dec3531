package org.linli.geosearch.nearby;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.linli.geosearch.index.SearchText;
import org.linli.geosearch.projection.OpenBranches;
import org.linli.geosearch.projection.OpenBranches.Branch;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.springframework.stereotype.Service;

/** Branches that are open, nearest first: so few that each is looked at. */
@Service
class NearbyBranches {
    private final OpenBranches branches;
    private final NearbySearch search;
    private final NearbySettings settings;
    private final Clock clock;

    NearbyBranches(OpenBranches branches, NearbySearch search, NearbySettings settings, Clock clock) {
        this.branches = branches;
        this.search = search;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param radiusMeters of its service circle */
    record NearbyBranch(String branchId, String name, double distanceMeters, LocatedPoint point, int radiusMeters) {
        static NearbyBranch of(Placed placed, Crs crs) {
            Branch branch = placed.branch;
            return new NearbyBranch(
                    branch.id(),
                    branch.name(),
                    placed.position.meters(),
                    LocatedPoint.of(branch.point(), crs),
                    branch.radiusMeters());
        }
    }

    private record Placed(ExactPosition position, Branch branch) {}

    /** Category, kind and what else is asked of offers is not looked at. */
    NearbyPage<NearbyBranch> branches(NearbyQuery query) {
        Instant now = clock.instant();
        PageMark after = PageMark.parse(query.after(), query::fingerprint, now, settings.cursorLife());
        SearchArea area = search.area(query.place());
        List<Placed> found = branches.all().stream()
                .filter(branch -> area.contains(branch.point()))
                .filter(branch -> isNamed(branch, query.filter().words()))
                .map(branch -> placed(branch, area))
                .filter(placed -> after == null || placed.position.compareTo(after.position()) > 0)
                .sorted(Comparator.comparing(Placed::position))
                .limit(query.size() + 1L)
                .toList();
        List<Placed> shown = found.subList(0, Math.min(query.size(), found.size()));
        String next = found.size() > query.size()
                ? new PageMark(shown.get(shown.size() - 1).position(), false).cursor(query.fingerprint(), now)
                : null;
        Crs crs = query.place().crs();
        return new NearbyPage<>(
                shown.stream().map(placed -> NearbyBranch.of(placed, crs)).toList(), next, null, null);
    }

    private static Placed placed(Branch branch, SearchArea area) {
        return new Placed(new ExactPosition(0, area.origin().metersTo(branch.point()), branch.id()), branch);
    }

    private static boolean isNamed(Branch branch, List<String> words) {
        return words.isEmpty()
                || words.stream()
                        .allMatch(
                                word -> SearchText.words(branch.name()).stream().anyMatch(part -> part.contains(word)));
    }
}
