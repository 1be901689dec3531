package org.linli.geosearch.cells;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.geosearch.cells.Grid.CellId;
import org.linli.geosearch.index.Area;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The cells in memory. A search over cells that are all there is answered from them; otherwise the caller asks the
 * index, and the missing cells are read meanwhile. Exact at any time as far as events have come: see decision 0016.
 */
@Component
@EnableConfigurationProperties(CellSettings.class)
public class Cells {
    private final Cache<CellId, Cell> cells;
    private final CellSettings settings;
    private final CellReading reading;
    private final Counter hits;
    private final Counter misses;
    private volatile boolean followed;

    Cells(CellSettings settings, CellReading reading, MeterRegistry meters) {
        this.settings = settings;
        this.reading = reading;
        this.cells = Caffeine.newBuilder()
                .maximumWeight(settings.maxDocuments())
                .weigher((CellId id, Cell cell) -> cell.weight())
                .build();
        this.hits = meters.counter("linli.search.cells", "result", "hit");
        this.misses = meters.counter("linli.search.cells", "result", "miss");
        Gauge.builder("linli.search.cells.documents", this, Cells::documents).register(meters);
    }

    /** What lies in the cells that cover the areas, and around them. */
    public record Contents(List<Cell> cells) {
        public List<Block<OfferDocument>> offers() {
            return all(Cell::offers);
        }

        public List<Block<MerchantDocument>> merchants() {
            return all(Cell::merchants);
        }

        private <T extends PlacedDocument> List<Block<T>> all(Function<Cell, List<Block<T>>> of) {
            List<Block<T>> blocks = new ArrayList<>(
                    cells.stream().mapToInt(cell -> of.apply(cell).size()).sum());
            for (Cell cell : cells) {
                blocks.addAll(of.apply(cell));
            }
            return blocks;
        }
    }

    /**
     * Empty when something is missing: then the index is to be asked.
     *
     * @param indexIsAway then what could not be read anew for a while is better than nothing, and what is unknown stays
     *     so: the outage of one store must not become a load on another
     */
    public Optional<Contents> covering(List<Area> areas, boolean indexIsAway) {
        if (!settings.enabled() || !followed) {
            return Optional.empty();
        }
        Optional<Contents> found = Grid.covering(areas, settings.maxCells()).flatMap(ids -> all(ids, indexIsAway));
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    private Optional<Contents> all(List<CellId> ids, boolean indexIsAway) {
        long now = System.nanoTime();
        List<Cell> found = new ArrayList<>(ids.size());
        for (CellId id : ids) {
            Cell cell = cells.getIfPresent(id);
            if (cell == null || !cell.isRead()) {
                if (!indexIsAway) {
                    reading.begin(cells, id);
                }
                continue;
            }
            long age = cell.ageNanos(now);
            if (age > settings.maxAge().toNanos() / 2) {
                reading.begin(cells, id);
            }
            if (indexIsAway || age <= settings.maxAge().toNanos()) {
                found.add(cell);
            }
        }
        return found.size() == ids.size() ? Optional.of(new Contents(found)) : Optional.empty();
    }

    /** Reads the cells of the area as long as there is room. */
    public void warm(Area area) {
        if (settings.enabled() && settings.warmUp() && documents() < settings.maxDocuments()) {
            Grid.covering(List.of(area), settings.maxCells())
                    .ifPresent(ids -> ids.forEach(id -> reading.begin(cells, id)));
        }
    }

    /** From now on every change arrives at {@link #apply}; what was read before is forgotten. */
    public void follow() {
        cells.invalidateAll();
        followed = true;
    }

    /** A change could not be applied: nothing is known for sure until {@link #follow} is called again. */
    public void forget() {
        followed = false;
        cells.invalidateAll();
    }

    /**
     * Called by one thread, with documents made of what was stored at that moment or later.
     *
     * @param moved whether the documents may have been elsewhere before
     */
    public void apply(List<Versioned<? extends PlacedDocument>> changes, boolean moved) {
        Stream<CellId> touched = moved
                ? List.copyOf(cells.asMap().keySet()).stream()
                : changes.stream()
                        .map(change -> Grid.cellOf(change.document().location().point()))
                        .distinct();
        touched.forEach(id -> cells.asMap().computeIfPresent(id, (same, cell) -> cell.with(changes)));
    }

    private double documents() {
        return cells.asMap().values().stream().mapToDouble(Cell::weight).sum();
    }
}
