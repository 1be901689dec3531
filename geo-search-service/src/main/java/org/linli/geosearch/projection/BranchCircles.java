package org.linli.geosearch.projection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.linli.geosearch.index.Circle;
import org.springframework.stereotype.Component;

/** The service circles of the branches that are open; a change is seen after a second at most. */
@Component
public class BranchCircles {
    private static final int MAX_BRANCHES = 10_000;

    private final Views views;
    private final Cache<String, Circle> circles = Caffeine.newBuilder()
            .maximumSize(MAX_BRANCHES)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    BranchCircles(Views views) {
        this.views = views;
    }

    /** Empty for a branch that is closed or was never heard of. */
    public Optional<Circle> of(String branchId) {
        return Optional.ofNullable(circles.get(
                branchId,
                id -> views.branches
                        .find(id)
                        .filter(BranchView::open)
                        .map(branch -> new Circle(branch.point(), branch.radiusMeters()))
                        .orElse(null)));
    }
}
