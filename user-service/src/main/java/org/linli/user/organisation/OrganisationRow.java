package org.linli.user.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.geo.InvalidPointException;
import org.linli.user.branch.BranchDetails;
import org.linli.user.outlet.HoursText;
import org.linli.user.outlet.Machine;
import org.linli.user.outlet.OpeningHours;
import org.linli.user.outlet.OutletDetails;

/**
 * A row of a file that describes a node of the tree; everything may be wrong with it.
 *
 * @param externalId the source's own id, from which the node's id derives; not needed when {@code id} says it
 * @param parentId of an outlet: its branch's id, or that branch's external id
 * @param hours such as {@code Mo-Fr 08:30-17:00; Sa 09:00-12:00}
 * @param machines such as {@code ATM:2;CRS:1}
 * @param effectiveOn the date from which it is so, such as {@code 2026-12-01}; for a new node past dates, too
 */
record OrganisationRow(
        @Nullable Long line,
        @Nullable String externalId,
        @Nullable String id,
        @Nullable String kind,
        @Nullable String parentId,
        @Nullable String name,
        @Nullable String address,
        @Nullable Point point,
        @Nullable Integer radiusMeters,
        @Nullable String hours,
        @Nullable String machines,
        @Nullable String effectiveOn) {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}";

    /** A row's point; the coordinate system as text, so that an unknown one costs the row and not the batch. */
    record Point(
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String crs) {}

    /** Why a row did not become a node. */
    enum Fault {
        ID_INVALID,
        KIND_UNKNOWN,
        NAME_INVALID,
        ADDRESS_INVALID,
        RADIUS_OUT_OF_RANGE,
        CRS_UNKNOWN,
        POINT_INVALID,
        PARENT_UNKNOWN,
        HOURS_INVALID,
        MACHINES_INVALID,
        /** The id belongs to a node of the other kind, or to another row. */
        ID_TAKEN,
        /** No date, years away, or before there were banks. */
        DATE_OUT_OF_RANGE,
        /** Another change of the node waits for its date. */
        CHANGE_PENDING,
        /** The node is closed and changes no more. */
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A row that cannot become a node. */
    static final class FaultyRow extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        FaultyRow(Fault fault) {
            super(fault.code(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    Organisations.Kind kindOf() throws FaultyRow {
        String text = kind == null ? "" : kind.strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "branch" -> Organisations.Kind.BRANCH;
            case "outlet" -> Organisations.Kind.OUTLET;
            default -> throw new FaultyRow(Fault.KIND_UNKNOWN);
        };
    }

    String nodeId(Organisations.Kind of) throws FaultyRow {
        if (id != null && !id.isBlank()) {
            check(id.matches(ID) && !Organisations.HEAD_OFFICE.equalsIgnoreCase(id), Fault.ID_INVALID);
            return id;
        }
        check(isText(externalId, 1, 128), Fault.ID_INVALID);
        return derived(of, String.valueOf(externalId));
    }

    static String derived(Organisations.Kind of, String externalId) {
        return Ids.derived(of == Organisations.Kind.BRANCH ? "branch" : "outlet", externalId);
    }

    /** @param before what the branch is now, which it stays where the row says nothing; null = there is none */
    BranchDetails branch(@Nullable BranchDetails before) throws FaultyRow {
        int standard = before == null ? BranchDetails.DEFAULT_RADIUS_METERS : before.radiusMeters();
        int radius = radiusMeters == null ? standard : radiusMeters;
        check(
                radius >= BranchDetails.MIN_RADIUS_METERS && radius <= BranchDetails.MAX_RADIUS_METERS,
                Fault.RADIUS_OUT_OF_RANGE);
        return new BranchDetails(
                goodName(), goodAddress(), located(), radius, before != null && before.offerReviewRequired());
    }

    /** See {@link #branch}. */
    OutletDetails outlet(String branchId, @Nullable OutletDetails before) throws FaultyRow {
        List<Machine> ownMachines = goodMachines();
        OpeningHours ownHours = goodHours();
        return new OutletDetails(
                branchId,
                goodName(),
                goodAddress(),
                located(),
                before != null && isBlank(machines) ? before.machines() : ownMachines,
                before != null && isBlank(hours) ? before.hours() : ownHours,
                before == null ? null : before.phone());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @Nullable LocalDate date() throws FaultyRow {
        try {
            return effectiveOn == null || effectiveOn.isBlank() ? null : LocalDate.parse(effectiveOn.strip());
        } catch (DateTimeParseException e) {
            throw new FaultyRow(Fault.DATE_OUT_OF_RANGE);
        }
    }

    private String goodName() throws FaultyRow {
        check(isText(name, 1, BranchDetails.MAX_NAME), Fault.NAME_INVALID);
        return String.valueOf(name).strip();
    }

    private String goodAddress() throws FaultyRow {
        check(address == null || isText(address, 0, BranchDetails.MAX_ADDRESS), Fault.ADDRESS_INVALID);
        return address == null ? "" : address.strip();
    }

    private GeoPoint located() throws FaultyRow {
        if (point == null || point.lat == null || point.lng == null) {
            throw new FaultyRow(Fault.POINT_INVALID);
        }
        Crs crs;
        try {
            crs = point.crs == null ? Crs.GCJ02 : Crs.valueOf(point.crs);
        } catch (IllegalArgumentException e) {
            throw new FaultyRow(Fault.CRS_UNKNOWN);
        }
        try {
            return GeoPoint.of(point.lat, point.lng, crs);
        } catch (InvalidPointException e) {
            throw new FaultyRow(Fault.POINT_INVALID);
        }
    }

    private OpeningHours goodHours() throws FaultyRow {
        try {
            check(hours == null || hours.length() <= 500, Fault.HOURS_INVALID);
            return HoursText.parse(hours == null ? "" : hours);
        } catch (IllegalArgumentException e) {
            throw new FaultyRow(Fault.HOURS_INVALID);
        }
    }

    private List<Machine> goodMachines() throws FaultyRow {
        try {
            check(machines == null || machines.length() <= 200, Fault.MACHINES_INVALID);
            return Machine.checked(Machine.parse(machines == null ? "" : machines));
        } catch (IllegalArgumentException e) {
            throw new FaultyRow(Fault.MACHINES_INVALID);
        }
    }

    private static void check(boolean good, Fault otherwise) throws FaultyRow {
        if (!good) {
            throw new FaultyRow(otherwise);
        }
    }

    private static boolean isText(@Nullable String text, int shortest, int longest) {
        return text != null
                && text.strip().length() >= shortest
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }
}
