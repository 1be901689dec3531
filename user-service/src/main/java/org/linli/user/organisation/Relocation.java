package org.linli.user.organisation;

import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an outlet hangs below another branch, whoever has a post there follows, and with them what they see (rule P-1).
 * The outlet stays marked until all have, so a crash only delays it.
 */
@Component
class Relocation {
    private final Outlets outlets;
    private final StaffSearch search;
    private final Staff staff;

    Relocation(Outlets outlets, StaffSearch search, Staff staff) {
        this.outlets = outlets;
        this.search = search;
        this.staff = staff;
    }

    @EventListener
    void on(Outlets.OutletDisplaced displaced) {
        outlets.find(displaced.outletId()).ifPresent(this::follow);
    }

    /** For the regular pass. */
    void followAll() {
        outlets.displaced().forEach(this::follow);
    }

    private void follow(Outlet outlet) {
        Node node = new Node(outlet.id(), outlet.organisationPath());
        search.belongingTo(outlet.id()).forEach(member -> staff.follow(member.id(), node));
        outlets.settle(outlet);
    }
}
