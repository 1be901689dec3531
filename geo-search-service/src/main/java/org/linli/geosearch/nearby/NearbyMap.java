package org.linli.geosearch.nearby;

import java.time.Clock;
import java.util.List;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Criteria;
import org.linli.geosearch.index.IndexCounts;
import org.linli.geosearch.index.SearchIndex;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.springframework.stereotype.Service;

/** What a map shows from afar: how many there are in each piece of a tile (rule G-3). */
@Service
class NearbyMap {
    /** A tile of the map is counted in four by four pieces: 64 pixels each. */
    private static final int FINER = 2;

    private static final double MERCATOR_EDGE = 85.05112878;

    private final IndexCounts counts;
    private final NearbySearch search;
    private final NearbySettings settings;
    private final Clock clock;

    NearbyMap(IndexCounts counts, NearbySearch search, NearbySettings settings, Clock clock) {
        this.counts = counts;
        this.search = search;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param tile {@code zoom/x/y} of the Web Mercator grid, finer than the map's zoom; @param point its contents' middle */
    record Cluster(String tile, long count, LocatedPoint point) {}

    record Clusters(List<Cluster> items) {}

    Clusters clusters(FormReader.MapView view) {
        int precision = view.zoom() + FINER;
        if (tiles(view.box(), precision) > settings.maxTiles()) {
            throw FieldReader.refused("bbox", null, "at most " + settings.maxTiles() + " pieces at this zoom");
        }
        SearchArea area = SearchArea.inBox(view.box(), null, null);
        Criteria criteria = search.criteria(view.list(), area, view.filter(), false, clock.instant());
        SearchIndex index = view.list() == NearbyList.OFFERS ? SearchIndex.OFFERS : SearchIndex.MERCHANTS;
        return new Clusters(counts.byTile(index, criteria, precision).stream()
                .map(tile -> cluster(tile, view.crs()))
                .toList());
    }

    private static Cluster cluster(IndexCounts.TileCount tile, Crs crs) {
        return new Cluster(tile.tile(), tile.count(), LocatedPoint.of(tile.centre(), crs));
    }

    static double tiles(Box box, int precision) {
        double grid = Math.scalb(1.0, precision);
        double columns = Math.floor((box.east() + 180) / 360 * grid) - Math.floor((box.west() + 180) / 360 * grid) + 1;
        double rows = Math.floor(row(box.south()) * grid) - Math.floor(row(box.north()) * grid) + 1;
        return columns * rows;
    }

    /** 0 at the north edge of the map, 1 at the south edge. */
    private static double row(double lat) {
        double sine = Math.sin(Math.toRadians(Math.max(-MERCATOR_EDGE, Math.min(MERCATOR_EDGE, lat))));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
}
