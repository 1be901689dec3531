package org.linli.user.outlet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.linli.events.DomainEvent;
import org.linli.events.OutletEvent;
import org.linli.events.Place;
import org.linli.starter.outbox.AuditView;
import org.linli.user.branch.Branch;
import org.linli.user.branch.OrganisationNode;

/** A counter or a place with machines below a branch. A closed one stays closed. */
public class Outlet extends OrganisationNode<OutletDetails> {

    Outlet(String id, OutletDetails details, boolean closed) {
        super(id, details, closed);
    }

    static Outlet open(String id, OutletDetails details, Instant at) {
        Outlet outlet = new Outlet(id, details, false);
        outlet.open(at);
        return outlet;
    }

    /** One that opened its doors before it was written down here. */
    static Outlet openSince(String id, OutletDetails details, LocalDate on, Instant at) {
        Outlet outlet = new Outlet(id, details, false);
        outlet.open(on, at);
        return outlet;
    }

    static Outlet planned(String id, OutletDetails details, LocalDate on) {
        Outlet outlet = new Outlet(id, details, false);
        outlet.openLater(on);
        return outlet;
    }

    public String branchId() {
        return details().branchId();
    }

    @Override
    public String organisationPath() {
        return pathWith(details());
    }

    @Override
    public String pathWith(OutletDetails other) {
        return Branch.pathOf(other.branchId()) + id() + "/";
    }

    @Override
    protected DomainEvent openedEvent() {
        return new OutletEvent.Opened(state());
    }

    @Override
    protected DomainEvent changedEvent(OutletDetails before) {
        return details().isElsewhereThan(before) ? new OutletEvent.Moved(state()) : new OutletEvent.Changed(state());
    }

    @Override
    protected DomainEvent closedEvent() {
        return new OutletEvent.Closed(state());
    }

    private OutletEvent.State state() {
        OutletDetails now = details();
        return new OutletEvent.State(
                id(),
                now.branchId(),
                now.name(),
                now.address(),
                organisationPath(),
                new Place(now.point().lat(), now.point().lng()),
                now.machines().stream()
                        .map(machine -> new OutletEvent.Machines(machine.kind().name(), machine.count()))
                        .toList(),
                hours(now.hours()),
                now.phone(),
                openedOn(),
                closedOn());
    }

    private static List<OutletEvent.Hours> hours(OpeningHours hours) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> hours.on(day).stream()
                        .map(span -> new OutletEvent.Hours(day.name(), span.opens(), span.closes())))
                .toList();
    }

    @Override
    protected AuditView audit() {
        OutletDetails now = details();
        return audit(AuditView.of("outlet", organisationPath())
                .with("name", now.name())
                .with("address", now.address())
                .with("lat", now.point().lat())
                .with("lng", now.point().lng())
                .with("machines", now.machines())
                .with("hours", hours(now.hours()))
                .with("phone", now.phone()));
    }
}
