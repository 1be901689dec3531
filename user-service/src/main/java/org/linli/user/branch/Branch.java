package org.linli.user.branch;

import java.time.Instant;
import java.time.LocalDate;
import org.linli.events.BranchEvent;
import org.linli.events.DomainEvent;
import org.linli.events.Place;
import org.linli.starter.outbox.AuditView;

/** A bank branch; its id is the id of its node in the organisation tree. A closed branch stays closed. */
public class Branch extends OrganisationNode<BranchDetails> {
    public static final String HEAD_OFFICE = "hq";
    public static final String HEAD_OFFICE_PATH = "/hq/";

    Branch(String id, BranchDetails details, boolean closed) {
        super(id, details, closed);
    }

    static Branch open(String id, BranchDetails details, Instant at) {
        Branch branch = new Branch(id, details, false);
        branch.open(at);
        return branch;
    }

    /** One that opened its doors before it was written down here. */
    static Branch openSince(String id, BranchDetails details, LocalDate on, Instant at) {
        Branch branch = new Branch(id, details, false);
        branch.open(on, at);
        return branch;
    }

    static Branch planned(String id, BranchDetails details, LocalDate on) {
        Branch branch = new Branch(id, details, false);
        branch.openLater(on);
        return branch;
    }

    @Override
    public String organisationPath() {
        return pathOf(id());
    }

    @Override
    public String pathWith(BranchDetails other) {
        return organisationPath();
    }

    /** Where head office or a branch hangs in the tree. */
    public static String pathOf(String organisationId) {
        return HEAD_OFFICE.equals(organisationId) ? HEAD_OFFICE_PATH : HEAD_OFFICE_PATH + organisationId + "/";
    }

    @Override
    protected DomainEvent openedEvent() {
        return new BranchEvent.Opened(state());
    }

    @Override
    protected DomainEvent changedEvent(BranchDetails before) {
        return new BranchEvent.Moved(state());
    }

    @Override
    protected DomainEvent closedEvent() {
        return new BranchEvent.Closed(state());
    }

    private BranchEvent.State state() {
        BranchDetails now = details();
        Place place = new Place(now.point().lat(), now.point().lng());
        return new BranchEvent.State(
                id(),
                now.name(),
                now.address(),
                organisationPath(),
                place,
                now.radiusMeters(),
                now.offerReviewRequired());
    }

    @Override
    protected AuditView audit() {
        BranchDetails now = details();
        return audit(AuditView.of("branch", organisationPath())
                .with("name", now.name())
                .with("address", now.address())
                .with("lat", now.point().lat())
                .with("lng", now.point().lng())
                .with("radiusMeters", now.radiusMeters())
                .with("offerReviewRequired", now.offerReviewRequired()));
    }
}
