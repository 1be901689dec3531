package org.linli.user.branch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.InvalidPointException;

/**
 * Rows of a file on their way to becoming branches. A row is judged alone: a bad one is reported and the others go on.
 *
 * @param wanted the good rows by the id of their branch, which derives from the external id
 */
record BranchImport(Map<String, BranchDetails> wanted, List<Rejected> rejected, int repeated) {

    /** A row as received: nothing about it is certain yet. */
    record Row(
            @Nullable Long line,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String address,
            @Nullable Point point,
            @Nullable Integer radiusMeters) {}

    /** A row's point; the coordinate system as text, so that an unknown one costs the row and not the batch. */
    record Point(
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String crs) {}

    /** Why a row did not become a branch. */
    enum Fault {
        EXTERNAL_ID_INVALID("external-id-invalid"),
        NAME_INVALID("name-invalid"),
        ADDRESS_INVALID("address-invalid"),
        RADIUS_OUT_OF_RANGE("radius-out-of-range"),
        CRS_UNKNOWN("crs-unknown"),
        POINT_INVALID("point-invalid");

        private final String code;

        Fault(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    record Rejected(@Nullable Long line, Fault fault) {}

    static BranchImport of(List<Row> rows) {
        Map<String, BranchDetails> wanted = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        int repeated = 0;
        for (Row row : rows) {
            Fault fault = faultOf(row);
            if (fault != null) {
                rejected.add(new Rejected(row.line(), fault));
            } else if (wanted.putIfAbsent(idOf(row), detailsOf(row)) != null) {
                repeated++;
            }
        }
        return new BranchImport(wanted, rejected, repeated);
    }

    private static @Nullable Fault faultOf(Row row) {
        if (!isText(row.externalId(), 1, 128)) {
            return Fault.EXTERNAL_ID_INVALID;
        }
        if (!isText(row.name(), 1, BranchDetails.MAX_NAME)) {
            return Fault.NAME_INVALID;
        }
        if (row.address() != null && !isText(row.address(), 0, BranchDetails.MAX_ADDRESS)) {
            return Fault.ADDRESS_INVALID;
        }
        int radius = radiusOf(row);
        if (radius < BranchDetails.MIN_RADIUS_METERS || radius > BranchDetails.MAX_RADIUS_METERS) {
            return Fault.RADIUS_OUT_OF_RANGE;
        }
        return faultOf(row.point());
    }

    private static @Nullable Fault faultOf(@Nullable Point point) {
        if (point == null || point.lat() == null || point.lng() == null) {
            return Fault.POINT_INVALID;
        }
        try {
            located(point);
            return null;
        } catch (InvalidPointException e) {
            return Fault.POINT_INVALID;
        } catch (IllegalArgumentException e) {
            return Fault.CRS_UNKNOWN;
        }
    }

    private static boolean isText(@Nullable String text, int shortest, int longest) {
        return text != null
                && text.strip().length() >= shortest
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static int radiusOf(Row row) {
        Integer radius = row.radiusMeters();
        return radius == null ? BranchDetails.DEFAULT_RADIUS_METERS : radius;
    }

    private static GeoPoint located(Point point) {
        Crs crs = point.crs() == null ? Crs.GCJ02 : Crs.valueOf(point.crs());
        Double lat = point.lat();
        Double lng = point.lng();
        return GeoPoint.of(lat == null ? Double.NaN : lat, lng == null ? Double.NaN : lng, crs);
    }

    private static String idOf(Row row) {
        return Ids.derived("branch", String.valueOf(row.externalId()));
    }

    private static BranchDetails detailsOf(Row row) {
        Point point = row.point() == null ? new Point(null, null, null) : row.point();
        String address = row.address() == null ? "" : row.address().strip();
        return new BranchDetails(String.valueOf(row.name()).strip(), address, located(point), radiusOf(row), false);
    }
}
