package org.linli.geosearch.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.cells.Grid.CellId;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.Circle;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.Location;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.starter.geo.GeoPoint;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Rule G-4 in memory: nothing that happens while a cell is read is lost, and memory is bounded. */
class CellsRules {
    private static final GeoPoint HERE = new GeoPoint(30.25, 120.16);
    private static final GeoPoint FAR = new GeoPoint(31.25, 121.16);
    private static final List<Area> AROUND = List.of(new Circle(HERE, 100));

    private final Map<CellId, List<Versioned<? extends PlacedDocument>>> stored = new ConcurrentHashMap<>();
    private volatile CountDownLatch mayRead = new CountDownLatch(0);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Cells cells(long maxDocuments) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        CellSource source = id -> {
            List<Versioned<? extends PlacedDocument>> found = stored.getOrDefault(id, List.of());
            await().until(() -> mayRead.getCount() == 0);
            return found;
        };
        beans.registerSingleton("source", source);
        Cells cells = new Cells(
                new CellSettings(true, maxDocuments, Duration.ofMinutes(1), 64, true),
                new CellReading(beans.getBeanProvider(CellSource.class)),
                meters);
        cells.follow();
        return cells;
    }

    private static Versioned<MerchantDocument> merchant(String id, GeoPoint at, long version) {
        return new Versioned<>(
                new MerchantDocument(id, "v" + version, "餐饮", true, Location.of(at), null, null), version);
    }

    private static List<String> names(Cells cells, List<Area> areas) {
        return cells.covering(areas, false).orElseThrow().merchants().stream()
                .flatMap(block -> block.documents().stream())
                .map(MerchantDocument::name)
                .toList();
    }

    private static void awaitKnown(Cells cells, List<Area> areas) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> cells.covering(areas, false).isPresent());
    }

    @Test
    void what_arrives_while_a_cell_is_read_is_newer_than_what_was_read() {
        Cells cells = cells(1_000);
        stored.put(Grid.cellOf(HERE), List.of(merchant("m1", HERE, 1)));
        mayRead = new CountDownLatch(1);
        assertThat(cells.covering(AROUND, false)).isEmpty();
        cells.apply(List.of(merchant("m1", HERE, 2), merchant("m2", HERE, 7)), false);
        mayRead.countDown();
        awaitKnown(cells, AROUND);

        assertThat(names(cells, AROUND)).containsExactlyInAnyOrder("v2", "v7");
    }

    @Test
    void what_moves_away_while_a_cell_is_read_is_not_there() {
        Cells cells = cells(1_000);
        stored.put(Grid.cellOf(HERE), List.of(merchant("m1", HERE, 1)));
        mayRead = new CountDownLatch(1);
        assertThat(cells.covering(AROUND, false)).isEmpty();
        cells.apply(List.of(merchant("m1", FAR, 2)), true);
        mayRead.countDown();
        awaitKnown(cells, AROUND);

        assertThat(names(cells, AROUND)).isEmpty();
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        Cells cells = cells(1_000);
        stored.put(Grid.cellOf(HERE), List.of(merchant("m1", HERE, 5)));
        cells.covering(AROUND, false);
        awaitKnown(cells, AROUND);

        cells.apply(List.of(merchant("m1", HERE, 4)), false);
        assertThat(names(cells, AROUND)).containsExactly("v5");
        cells.apply(List.of(merchant("m1", HERE, 6)), false);
        assertThat(names(cells, AROUND)).containsExactly("v6");
    }

    @Test
    void after_a_change_that_was_not_applied_nothing_is_known() {
        Cells cells = cells(1_000);
        cells.covering(AROUND, false);
        awaitKnown(cells, AROUND);

        cells.forget();
        assertThat(cells.covering(AROUND, true)).isEmpty();
        cells.follow();
        assertThat(cells.covering(AROUND, false)).isEmpty();
        awaitKnown(cells, AROUND);
    }

    @Test
    void with_the_index_away_the_unknown_stays_unknown() {
        Cells cells = cells(1_000);
        cells.covering(AROUND, true);

        await().during(Duration.ofMillis(100))
                .until(() -> cells.covering(AROUND, true).isEmpty());
    }

    @Test
    void memory_is_bounded() {
        Cells cells = cells(100);
        for (int row = 0; row < 40; row++) {
            GeoPoint at = new GeoPoint(30 + row * 0.02 + 0.01, 120.01);
            stored.put(
                    Grid.cellOf(at),
                    IntStream.range(0, 10)
                            .<Versioned<? extends PlacedDocument>>mapToObj(i -> merchant("m" + i, at, 1))
                            .toList());
            cells.covering(List.of(new Circle(at, 100)), false);
        }
        await().until(() -> documents() > 60);
        await().until(() -> documents() <= 100);
    }

    private double documents() {
        return meters.get("linli.search.cells.documents").gauge().value();
    }

    @Property
    void whatever_lies_in_a_circle_lies_in_the_cells_that_cover_it(
            @ForAll @DoubleRange(min = -89.9, max = 89.9) double lat,
            @ForAll @DoubleRange(min = -180, max = 180) double lng,
            @ForAll @DoubleRange(min = 100, max = 5_000) double radius,
            @ForAll @DoubleRange(min = -0.06, max = 0.06) double north,
            @ForAll @DoubleRange(min = -0.06, max = 0.06) double east) {
        GeoPoint centre = new GeoPoint(lat, lng);
        double eastward = Math.max(-180, Math.min(180, lng + east / Math.cos(Math.toRadians(lat))));
        GeoPoint point = new GeoPoint(Math.max(-90, Math.min(90, lat + north)), eastward);
        Circle circle = new Circle(centre, radius);
        Grid.covering(List.of(circle), 100_000).ifPresent(cells -> {
            if (circle.contains(point)) {
                assertThat(cells).contains(Grid.cellOf(point));
            }
        });
    }
}
