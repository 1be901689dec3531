package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.RoughPosition;

/** Rule G-1: stable paging in exact order, over an index whose distances are a little off. */
class ExactOrderRules {
    private static final Comparator<RoughPosition> ROUGH_ORDER = Comparator.comparingLong(RoughPosition::rank)
            .thenComparingDouble(RoughPosition::meters)
            .thenComparing(RoughPosition::id);

    /** A document whose exact distance is its latitude's value, and whose rough one is up to a metre away. */
    private record Indexed(MerchantDocument document, RoughPosition position) {}

    @Property(tries = 300)
    void pages_of_any_size_add_up_to_the_exact_order(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 60) int pageSize,
            @ForAll @IntRange(min = 1, max = 80) int spreadMeters,
            @ForAll @IntRange(min = 1, max = 3) int ranks) {
        List<Indexed> indexed = indexed(new Random(seed), count, spreadMeters, ranks);
        ExactOrder<MerchantDocument> order = new ExactOrder<>(
                (after, size) -> read(indexed, after, size),
                document -> document.location().lat(),
                document -> document.live());

        List<String> paged = new ArrayList<>();
        ExactPosition last = null;
        List<Ranked<MerchantDocument>> page = order.first(pageSize, null);
        while (!page.isEmpty()) {
            page.forEach(ranked -> paged.add(ranked.document().id()));
            last = page.get(page.size() - 1).position();
            page = order.first(pageSize, last);
        }

        assertThat(paged).isEqualTo(expected(indexed));
    }

    private static List<Indexed> indexed(Random random, int count, int spread, int ranks) {
        List<Indexed> indexed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Whole and half metres, so that many share a distance.
            double exact = random.nextInt(spread * 2) / 2.0;
            double rough = Math.max(0, exact + (random.nextDouble() * 2 - 1) * 0.999);
            long rank = random.nextInt(ranks);
            String id = "m" + random.nextInt(1_000_000) + "-" + i;
            boolean live = random.nextInt(5) > 0;
            indexed.add(new Indexed(
                    new MerchantDocument(id, "n", "c", live, new Location(exact, 0), null, null),
                    new RoughPosition(rank, rough, id)));
        }
        indexed.sort(Comparator.comparing(Indexed::position, ROUGH_ORDER));
        return indexed;
    }

    private static List<Hit<MerchantDocument>> read(List<Indexed> indexed, RoughPosition after, int size) {
        return indexed.stream()
                .filter(i -> after == null || ROUGH_ORDER.compare(i.position(), after) > 0)
                .limit(size)
                .map(i -> new Hit<>(i.document(), i.position(), List.of()))
                .toList();
    }

    private static List<String> expected(List<Indexed> indexed) {
        return indexed.stream()
                .filter(i -> i.document().live())
                .sorted(Comparator.comparingLong((Indexed i) -> i.position().rank())
                        .thenComparingDouble(i -> i.document().location().lat())
                        .thenComparing(i -> i.document().id()))
                .map(i -> i.document().id())
                .toList();
    }
}
