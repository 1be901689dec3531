package org.linli.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A counter or a place with machines below a branch; every event carries the whole state. */
public sealed interface OutletEvent extends DomainEvent {
    State outlet();

    /**
     * @param branchId the branch above it
     * @param organisationPath where it hangs in the organisation tree, e.g. {@code /hq/B01/x1/}
     * @param hours one entry per span, from Monday on
     * @param phone of the counter, never of a person
     * @param openedOn business date, ISO
     */
    record State(
            String outletId,
            String branchId,
            String name,
            String address,
            String organisationPath,
            Place point,
            List<Machines> machines,
            List<Hours> hours,
            @Nullable String phone,
            @Nullable String openedOn,
            @Nullable String closedOn) {}

    /**
     * Machines of one kind.
     *
     * @param kind {@code ATM}, {@code CRS}, {@code VTM} or {@code SMART_COUNTER}
     */
    record Machines(String kind, int count) {}

    /**
     * When it is open on a weekday.
     *
     * @param day {@code MONDAY} ...
     * @param from inclusive, {@code HH:mm}
     * @param to exclusive, {@code HH:mm}, up to {@code 24:00}
     */
    record Hours(String day, String from, String to) {}

    record Opened(State outlet) implements OutletEvent {}

    /** Anything else than its place changed. */
    record Changed(State outlet) implements OutletEvent {}

    /** It stands elsewhere now, or below another branch. */
    record Moved(State outlet) implements OutletEvent {}

    record Closed(State outlet) implements OutletEvent {}
}
