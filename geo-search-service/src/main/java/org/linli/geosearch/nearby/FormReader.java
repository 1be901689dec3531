package org.linli.geosearch.nearby;

import static org.linli.geosearch.nearby.FieldReader.refused;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.geosearch.index.Box;
import org.linli.geosearch.index.Ranking;
import org.linli.geosearch.index.SearchText;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;

/** Checks a search as received. */
final class FormReader {
    private static final double MIN_RADIUS_METERS = 100;
    private static final double MAX_RADIUS_METERS = 5_000;
    private static final int MAX_KEYWORD_LENGTH = 50;
    private static final int MAX_STOCK = 1_000_000;
    private static final int MAX_ZOOM = 20;
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final SearchForm form;

    private FormReader(SearchForm form) {
        this.form = form;
    }

    /** @throws ProblemException 400 naming the first field at fault */
    static NearbyQuery read(SearchForm form, NearbyList list) {
        return new FormReader(form).query(list);
    }

    /** A search whose place may be missing. */
    static NearbyQuery readAnywhere(SearchForm form, NearbyList list) {
        FormReader reader = new FormReader(form);
        return reader.query(list, reader.place());
    }

    /** @throws ProblemException as {@link #read} */
    static MapView readMap(SearchForm form) {
        FormReader reader = new FormReader(form);
        NearbyQuery.Place place = reader.place();
        if (place.box() == null) {
            throw refused("bbox", null, "west,south,east,north");
        }
        if (form.zoom() == null) {
            throw refused("zoom", null, "0 to " + MAX_ZOOM);
        }
        String of = form.of() == null ? "offers" : form.of();
        if (!of.equals("offers") && !of.equals("merchants")) {
            throw refused("of", of, "offers or merchants");
        }
        NearbyList list = of.equals("offers") ? NearbyList.OFFERS : NearbyList.MERCHANTS;
        int zoom = FieldReader.whole("zoom", form.zoom(), "0", 0, MAX_ZOOM);
        return new MapView(list, place.crs(), place.box(), zoom, reader.filter());
    }

    record MapView(NearbyList list, Crs crs, Box box, int zoom, NearbyQuery.Filter filter) {}

    private NearbyQuery query(NearbyList list) {
        NearbyQuery.Place place = place();
        if (place.point() == null && place.branchId() == null && place.box() == null) {
            throw ProblemException.invalidParameter("lat", "absent (expected: lat and lng, branchId or bbox)");
        }
        return query(list, place);
    }

    private NearbyQuery query(NearbyList list, NearbyQuery.Place place) {
        NearbyQuery.Filter filter = filter();
        return new NearbyQuery(
                list,
                place,
                filter,
                ranking(list, filter),
                FieldReader.flag("facets", form.facets()),
                FieldReader.flag("explain", form.explain()),
                FieldReader.whole("size", form.size(), Page.DEFAULT_SIZE, 1, Page.MAX_SIZE),
                form.after());
    }

    private NearbyQuery.Place place() {
        Crs crs = form.crs() == null ? Crs.GCJ02 : FieldReader.oneOf("crs", form.crs(), Crs.values());
        GeoPoint point = point(crs);
        return new NearbyQuery.Place(crs, point, radius(), branchId(), box(crs));
    }

    private NearbyQuery.Filter filter() {
        return new NearbyQuery.Filter(
                category(),
                form.kind() == null ? null : FieldReader.oneOf("kind", form.kind(), OfferKind.values()),
                words(),
                FieldReader.flag("openNow", form.openNow()),
                FieldReader.whole("minStock", form.minStock(), "1", 1, MAX_STOCK));
    }

    private @Nullable GeoPoint point(Crs crs) {
        if (form.lat() == null && form.lng() == null) {
            return null;
        }
        return GeoPoint.of(degrees("lat", form.lat(), 90), degrees("lng", form.lng(), 180), crs);
    }

    /** The corners are normalised one by one: in other systems than GCJ-02 a rectangle is one to a few metres only. */
    private @Nullable Box box(Crs crs) {
        if (form.bbox() == null) {
            return null;
        }
        String[] corners = form.bbox().split(",", -1);
        if (corners.length != 4) {
            throw refused("bbox", form.bbox(), "west,south,east,north");
        }
        GeoPoint southWest = GeoPoint.of(degrees("bbox", corners[1], 90), degrees("bbox", corners[0], 180), crs);
        GeoPoint northEast = GeoPoint.of(degrees("bbox", corners[3], 90), degrees("bbox", corners[2], 180), crs);
        if (southWest.lng() >= northEast.lng() || southWest.lat() >= northEast.lat()) {
            throw refused("bbox", form.bbox(), "west < east and south < north");
        }
        return new Box(southWest.lng(), southWest.lat(), northEast.lng(), northEast.lat());
    }

    private static double degrees(String field, @Nullable String text, int limit) {
        return FieldReader.within(field, text, -limit, limit);
    }

    private @Nullable Double radius() {
        return form.radius() == null
                ? null
                : FieldReader.within("radius", form.radius(), MIN_RADIUS_METERS, MAX_RADIUS_METERS);
    }

    private @Nullable String branchId() {
        String id = form.branchId();
        if (id != null && !ID.matcher(id).matches()) {
            throw refused("branchId", id, "a branch's id");
        }
        return id;
    }

    private @Nullable String category() {
        String given = form.category();
        return given == null
                ? null
                : Category.named(given)
                        .orElseThrow(() -> refused("category", given, Category.codes()))
                        .chinese();
    }

    private Ranking ranking(NearbyList list, NearbyQuery.Filter filter) {
        List<Ranking> possible = Arrays.stream(Ranking.values())
                .filter(ranking -> list == NearbyList.OFFERS
                        || list == NearbyList.MERCHANTS && ranking.isForMerchants()
                        || ranking == Ranking.DISTANCE)
                .filter(ranking ->
                        ranking != Ranking.RELEVANCE || !filter.words().isEmpty())
                .toList();
        String sort = form.sort() == null ? name(Ranking.DISTANCE) : form.sort();
        return possible.stream()
                .filter(ranking -> name(ranking).equals(sort))
                .findFirst()
                .orElseThrow(() -> refused(
                        "sort",
                        sort,
                        String.join(
                                        ", ",
                                        possible.stream().map(FormReader::name).toList()) + "; relevance with q only"));
    }

    private static String name(Ranking ranking) {
        return ranking.name().toLowerCase(Locale.ROOT);
    }

    private List<String> words() {
        String typed = form.q();
        if (typed == null) {
            return List.of();
        }
        boolean readable = typed.codePoints().noneMatch(c -> c == REPLACEMENT_CHARACTER || Character.isISOControl(c));
        if (!readable || typed.codePointCount(0, typed.length()) > MAX_KEYWORD_LENGTH) {
            throw refused("q", null, "1 to " + MAX_KEYWORD_LENGTH + " characters");
        }
        List<String> words = SearchText.words(typed);
        if (words.isEmpty()) {
            throw refused("q", typed, "1 to " + MAX_KEYWORD_LENGTH + " characters");
        }
        return words;
    }
}
