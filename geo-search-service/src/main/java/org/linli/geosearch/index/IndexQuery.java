package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch._types.DistanceUnit;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.GeoDistanceType;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;

/** Criteria in Elasticsearch's words. */
final class IndexQuery {
    /** Covers the rounding of Elasticsearch's distances, so that a point on the exact edge is never missed. */
    private static final double EDGE_METERS = 1;

    /** The same for rectangles; about a metre. */
    private static final double EDGE_DEGREES = 1e-5;

    private IndexQuery() {}

    /** Everything that may count: a little more than does. */
    static Query of(Criteria criteria, boolean explained) {
        List<Query> filters = filters(criteria);
        criteria.within().forEach(area -> filters.add(inside(area, EDGE_METERS)));
        List<Query> words =
                criteria.keywords() == null ? List.of() : new KeywordQuery(criteria.keywords(), explained).words();
        return Query.of(query -> query.bool(all -> all.filter(filters).must(words)));
    }

    /** What counts beyond doubt: so far inside that no rounding matters. */
    static Query surely(Criteria criteria) {
        List<Query> inner = criteria.within().stream()
                .map(area -> inside(area, -EDGE_METERS))
                .toList();
        return Query.of(
                query -> query.bool(all -> all.filter(of(criteria, false)).filter(inner)));
    }

    /** What may count and needs a look: at the edge. */
    static Query perhaps(Criteria criteria) {
        List<Query> inner = criteria.within().stream()
                .map(area -> inside(area, -EDGE_METERS))
                .toList();
        return Query.of(query -> query.bool(all ->
                all.filter(of(criteria, false)).mustNot(Query.of(edge -> edge.bool(within -> within.filter(inner))))));
    }

    /** @param byId whether the id decides among equals */
    static List<SortOptions> order(Ranking ranking, GeoPoint origin, boolean byId) {
        List<SortOptions> order = new ArrayList<>();
        String field = ranking.field();
        SortOrder direction = ranking.highestFirst() ? SortOrder.Desc : SortOrder.Asc;
        if (ranking == Ranking.RELEVANCE) {
            order.add(SortOptions.of(sort -> sort.score(score -> score.order(direction))));
        } else if (field != null) {
            order.add(SortOptions.of(sort -> sort.field(by -> by.field(field).order(direction))));
        }
        order.add(SortOptions.of(sort -> sort.geoDistance(distance -> distance.field("location")
                .location(place -> place.latlon(at -> at.lat(origin.lat()).lon(origin.lng())))
                .distanceType(GeoDistanceType.Arc)
                .unit(DistanceUnit.Meters)
                .order(SortOrder.Asc))));
        if (byId) {
            order.add(SortOptions.of(sort -> sort.field(by -> by.field("id").order(SortOrder.Asc))));
        }
        return order;
    }

    static List<FieldValue> after(Ranking ranking, RoughPosition position, boolean byId) {
        List<FieldValue> values = new ArrayList<>();
        if (ranking.field() != null) {
            values.add(FieldValue.of(ranking.highestFirst() ? -position.rank() : position.rank()));
        }
        values.add(FieldValue.of(position.meters()));
        if (byId) {
            values.add(FieldValue.of(position.id()));
        }
        return values;
    }

    /** What {@link #order} sorted a hit by. */
    static RoughPosition position(Ranking ranking, List<FieldValue> sorted, String id) {
        boolean ranked = ranking.field() != null;
        long value = ranked ? Math.round(number(sorted.get(0))) : 0;
        return new RoughPosition(ranking.highestFirst() ? -value : value, number(sorted.get(ranked ? 1 : 0)), id);
    }

    private static double number(FieldValue value) {
        return value.isLong() ? value.longValue() : value.doubleValue();
    }

    private static List<Query> filters(Criteria criteria) {
        List<Query> filters = new ArrayList<>();
        filters.add(live(criteria.sale()));
        if (criteria.category() != null) {
            filters.add(term("category", FieldValue.of(criteria.category())));
        }
        if (criteria.kind() != null) {
            filters.add(term("kind", FieldValue.of(criteria.kind())));
        }
        if (criteria.sale() != null) {
            addSale(criteria.sale(), filters);
        }
        OpenAt open = criteria.open();
        if (open != null) {
            filters.add(holdsOrIsAbsent("shopOpen", open.shop(), open.shopSinceYesterday()));
            if (criteria.sale() != null) {
                filters.add(holdsOrIsAbsent("open", open.minuteOfWeek()));
            }
        }
        return filters;
    }

    private static Query live(Criteria.@Nullable Sale sale) {
        Query forAll = term("live", FieldValue.TRUE);
        if (sale == null || sale.audiences().isEmpty()) {
            return forAll;
        }
        List<FieldValue> own =
                sale.audiences().stream().sorted().map(FieldValue::of).toList();
        Query forThem =
                Query.of(query -> query.terms(terms -> terms.field("audience").terms(values -> values.value(own))));
        return Query.of(query -> query.bool(one -> one.should(forAll, forThem)));
    }

    private static void addSale(Criteria.Sale sale, List<Query> filters) {
        String now = String.valueOf(sale.nowMillis());
        filters.add(Query.of(q -> q.range(r -> r.date(d -> d.field("validFrom").lte(now)))));
        filters.add(Query.of(q -> q.range(r -> r.date(d -> d.field("validUntil").gt(now)))));
        filters.add(Query.of(q ->
                q.range(r -> r.number(n -> n.field("stockLeft").gte((double) sale.minStock())))));
    }

    /** Who tells no hours is always open. */
    private static Query holdsOrIsAbsent(String hours, int... minutes) {
        List<Query> any = new ArrayList<>();
        for (int minute : minutes) {
            any.add(term(hours, FieldValue.of(minute)));
        }
        any.add(Query.of(absent ->
                absent.bool(none -> none.mustNot(Query.of(there -> there.exists(exists -> exists.field(hours)))))));
        return Query.of(query -> query.bool(one -> one.should(any)));
    }

    static Query term(String field, @Nullable FieldValue value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query inside(Area area, double edge) {
        if (area instanceof Box box) {
            return inside(box, edge * EDGE_DEGREES);
        }
        Circle circle = (Circle) area;
        return Query.of(query -> query.geoDistance(geo -> geo.field("location")
                .location(place -> place.latlon(
                        at -> at.lat(circle.centre().lat()).lon(circle.centre().lng())))
                .distance(circle.radiusMeters() + edge + "m")
                .distanceType(GeoDistanceType.Arc)));
    }

    private static Query inside(Box box, double edge) {
        double north = Math.min(90, box.north() + edge);
        double south = Math.max(-90, box.south() - edge);
        double west = Math.max(-180, box.west() - edge);
        double east = Math.min(180, box.east() + edge);
        if (south > north || west > east) {
            return Query.of(query -> query.matchNone(none -> none));
        }
        return Query.of(query -> query.geoBoundingBox(geo -> geo.field("location")
                .boundingBox(bounds -> bounds.coords(
                        coords -> coords.top(north).bottom(south).left(west).right(east)))));
    }
}
