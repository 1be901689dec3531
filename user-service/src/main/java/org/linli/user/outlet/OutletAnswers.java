package org.linli.user.outlet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;
import org.linli.user.branch.NodeStatus;
import org.linli.user.branch.PendingChange;

/** Outlets as JSON. */
final class OutletAnswers {
    private OutletAnswers() {}

    /** From inclusive, to exclusive, {@code HH:mm} up to {@code 24:00}. */
    record Hours(String from, String to) {}

    private static Map<DayOfWeek, List<Hours>> hours(OpeningHours hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        hours.week()
                .forEach((day, spans) -> week.put(
                        day,
                        spans.stream()
                                .map(span -> new Hours(span.opens(), span.closes()))
                                .toList()));
        return week;
    }

    /** What everyone may know. */
    record Public(
            String id,
            String branchId,
            String name,
            String address,
            LocatedPoint point,
            List<Machine> machines,
            Map<DayOfWeek, List<Hours>> hours,
            @Nullable String phone) {
        static Public of(Outlet outlet, Crs crs) {
            OutletDetails details = outlet.details();
            return new Public(
                    outlet.id(),
                    details.branchId(),
                    details.name(),
                    details.address(),
                    LocatedPoint.of(details.point(), crs),
                    details.machines(),
                    OutletAnswers.hours(details.hours()),
                    details.phone());
        }
    }

    /** What the bank's staff see. */
    record Full(
            String id,
            @JsonUnwrapped Content content,
            String organisationPath,
            NodeStatus status,
            @Nullable String openedOn,
            @Nullable String closedOn,
            @Nullable Pending pending) {
        static Full of(Outlet outlet) {
            return new Full(
                    outlet.id(),
                    Content.of(outlet.details()),
                    outlet.organisationPath(),
                    outlet.status(),
                    outlet.openedOn(),
                    outlet.closedOn(),
                    outlet.pending().map(Pending::of).orElse(null));
        }
    }

    /** What can change about it. */
    record Content(
            String branchId,
            String name,
            String address,
            LocatedPoint point,
            List<Machine> machines,
            Map<DayOfWeek, List<Hours>> hours,
            @Nullable String phone) {
        static Content of(OutletDetails details) {
            return new Content(
                    details.branchId(),
                    details.name(),
                    details.address(),
                    LocatedPoint.of(details.point(), Crs.GCJ02),
                    details.machines(),
                    OutletAnswers.hours(details.hours()),
                    details.phone());
        }
    }

    /** What will happen; the content only when it will change. */
    record Pending(
            PendingChange.Kind kind,
            String effectiveOn,
            @JsonUnwrapped @Nullable Content content) {
        static Pending of(PendingChange<OutletDetails> change) {
            OutletDetails details = change.details();
            boolean changes = change.kind() == PendingChange.Kind.CHANGE && details != null;
            return new Pending(
                    change.kind(), change.effectiveOn(), changes && details != null ? Content.of(details) : null);
        }
    }
}
