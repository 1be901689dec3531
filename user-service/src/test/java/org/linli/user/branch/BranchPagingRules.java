package org.linli.user.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Page;

class BranchPagingRules {
    private static final GeoPoint HERE = new GeoPoint(30.25, 120.17);

    @Property(tries = 100)
    void pages_put_together_are_the_whole_list(
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 25) int size,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll boolean nearest) {
        Random random = new Random(seed);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GeoPoint point = new GeoPoint(30 + random.nextInt(4) / 100.0, 120);
            BranchDetails details = new BranchDetails("名" + random.nextInt(5), "", point, 2_500, false);
            branches.add(Branch.open("b" + i, details, Instant.EPOCH));
        }
        GeoPoint from = nearest ? HERE : null;
        Comparator<Branch> order = nearest
                ? Comparator.comparingDouble(branch -> branch.details().point().metersTo(HERE))
                : Comparator.comparing(branch -> branch.details().name());
        List<String> expected = branches.stream()
                .sorted(order.thenComparing(Branch::id))
                .map(Branch::id)
                .toList();
        List<String> collected = new ArrayList<>();
        String after = null;
        do {
            Page<BranchQuery.Found> page = new BranchQuery(from, "", size, after).page(branches);
            page.items().forEach(found -> collected.add(found.branch().id()));
            after = page.next();
        } while (after != null);
        assertThat(collected).isEqualTo(expected);
    }
}
