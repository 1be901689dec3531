package org.linli.geosearch.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.linli.geosearch.index.Hit;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.RoughPosition;

/** Rule G-1: stable paging in exact order, over an index whose distances are a little off. */
class ExactOrderRules {
    private static final Comparator<RoughPosition> WITHOUT_ID =
            Comparator.comparingLong(RoughPosition::rank).thenComparingDouble(RoughPosition::meters);
    private static final Comparator<RoughPosition> ROUGH_ORDER = WITHOUT_ID.thenComparing(RoughPosition::id);

    /** A document whose exact distance is its latitude's value, and whose rough one is up to a metre away. */
    private record Indexed(MerchantDocument document, RoughPosition position) {}

    @Property(tries = 300)
    void pages_of_any_size_add_up_to_the_exact_order(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 60) int pageSize,
            @ForAll @IntRange(min = 1, max = 80) int spreadMeters,
            @ForAll @IntRange(min = 1, max = 3) int ranks) {
        Random random = new Random(seed);
        List<Indexed> indexed = indexed(random, count, spreadMeters, ranks);
        ExactOrder<MerchantDocument> order = new ExactOrder<>(
                new Index(indexed, random),
                document -> document.location().lat(),
                MerchantDocument::live,
                Double.POSITIVE_INFINITY);

        assertThat(allPages(order, pageSize)).isEqualTo(expected(indexed, Double.POSITIVE_INFINITY));
    }

    @Property(tries = 300)
    void what_lies_beyond_the_farthest_is_not_found(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 60) int pageSize,
            @ForAll @IntRange(min = 0, max = 90) int farthest) {
        Random random = new Random(seed);
        List<Indexed> indexed = indexed(random, count, 80, 1);
        ExactOrder<MerchantDocument> order = new ExactOrder<>(
                new Index(indexed, random),
                document -> document.location().lat(),
                document -> isWithin(document, farthest),
                farthest);

        assertThat(allPages(order, pageSize)).isEqualTo(expected(indexed, farthest));
    }

    @Example
    void once_something_beyond_the_farthest_was_read_nothing_more_is() {
        Index index = new Index(indexed(new Random(7), 400, 80, 1), new Random(7));
        ExactOrder<MerchantDocument> order =
                new ExactOrder<>(index, document -> document.location().lat(), document -> isWithin(document, 2), 2);

        assertThat(order.first(40, null)).hasSizeBetween(1, 39);
        assertThat(index.reads).isEqualTo(1);
    }

    private static boolean isWithin(MerchantDocument document, double farthest) {
        return document.live() && document.location().lat() <= farthest;
    }

    private static List<String> allPages(ExactOrder<MerchantDocument> order, int pageSize) {
        List<String> paged = new ArrayList<>();
        ExactPosition last = null;
        List<Ranked<MerchantDocument>> page = order.first(pageSize, null);
        while (!page.isEmpty()) {
            page.forEach(ranked -> paged.add(ranked.document().id()));
            last = page.get(page.size() - 1).position();
            page = order.first(pageSize, last);
        }
        return paged;
    }

    private static List<Indexed> indexed(Random random, int count, int spread, int ranks) {
        List<Indexed> indexed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Whole and half metres, so that many share a distance.
            double exact = random.nextInt(spread * 2) / 2.0;
            // Tenths, so that many share a rough one as well.
            double rough = Math.max(0, exact + (random.nextInt(19) - 9) / 10.0);
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

    private static final class Index implements ExactOrder.Source<MerchantDocument> {
        private final List<Indexed> indexed;
        private final Random random;
        private int reads;

        Index(List<Indexed> indexed, Random random) {
            this.indexed = indexed;
            this.random = random;
        }

        @Override
        public List<Hit<MerchantDocument>> read(RoughPosition after, int size) {
            return read(indexed, ROUGH_ORDER, after, size);
        }

        /** What is equal comes in another order every time. */
        @Override
        public List<Hit<MerchantDocument>> readOnce(RoughPosition after, int size) {
            List<Indexed> mixed = new ArrayList<>(indexed);
            Collections.shuffle(mixed, random);
            mixed.sort(Comparator.comparing(Indexed::position, WITHOUT_ID));
            return read(mixed, WITHOUT_ID, after, size);
        }

        private List<Hit<MerchantDocument>> read(
                List<Indexed> all, Comparator<RoughPosition> order, RoughPosition after, int size) {
            reads++;
            return all.stream()
                    .filter(i -> after == null || order.compare(i.position(), after) > 0)
                    .limit(size)
                    .map(i -> new Hit<>(i.document(), i.position(), List.of()))
                    .toList();
        }
    }

    private static List<String> expected(List<Indexed> indexed, double farthest) {
        return indexed.stream()
                .filter(i -> isWithin(i.document(), farthest))
                .sorted(Comparator.comparingLong((Indexed i) -> i.position().rank())
                        .thenComparingDouble(i -> i.document().location().lat())
                        .thenComparing(i -> i.document().id()))
                .map(i -> i.document().id())
                .toList();
    }
}
