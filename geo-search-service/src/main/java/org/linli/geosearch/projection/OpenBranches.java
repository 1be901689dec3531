package org.linli.geosearch.projection;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Component;

/** All branches that are open: so few that a search looks at each. A change is seen after a second at most. */
@Component
public class OpenBranches {
    private static final int PAGE = 500;

    private final Views views;
    private final LoadingCache<String, List<Branch>> all =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(key -> read());

    OpenBranches(Views views) {
        this.views = views;
    }

    public record Branch(String id, String name, GeoPoint point, int radiusMeters) {}

    public List<Branch> all() {
        return all.get("all");
    }

    private List<Branch> read() {
        List<Branch> open = new ArrayList<>();
        List<BranchView> page = views.branches.page("", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(BranchView::open)
                    .map(branch -> new Branch(branch.id(), branch.name(), branch.point(), branch.radiusMeters()))
                    .forEach(open::add);
            page = views.branches.page(page.get(page.size() - 1).id(), PAGE);
        }
        return List.copyOf(open);
    }
}
