package org.linli.user.branch;

import java.time.Instant;
import org.linli.events.BranchEvent;
import org.linli.events.Place;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/** A bank branch; its id is the id of its node in the organisation tree. A closed branch stays closed. */
public class Branch extends AggregateRoot {
    public static final String HEAD_OFFICE = "hq";
    public static final String HEAD_OFFICE_PATH = "/hq/";

    private BranchDetails details;
    private boolean closed;

    Branch(String id, BranchDetails details, boolean closed) {
        super(id);
        this.details = details;
        this.closed = closed;
    }

    static Branch open(String id, BranchDetails details, Instant at) {
        Branch branch = new Branch(id, details, false);
        branch.raise(new BranchEvent.Opened(branch.state()), at);
        return branch;
    }

    /** Moves it or changes anything else about it; the same details again change nothing. */
    void move(BranchDetails newDetails, Instant at) {
        if (!details.equals(newDetails)) {
            details = newDetails;
            raise(new BranchEvent.Moved(state()), at);
        }
    }

    void close(Instant at) {
        if (!closed) {
            closed = true;
            raise(new BranchEvent.Closed(state()), at);
        }
    }

    public BranchDetails details() {
        return details;
    }

    public boolean isClosed() {
        return closed;
    }

    public String organisationPath() {
        return pathOf(id());
    }

    /** Where an organisation hangs in the tree. */
    public static String pathOf(String organisationId) {
        return HEAD_OFFICE.equals(organisationId) ? HEAD_OFFICE_PATH : HEAD_OFFICE_PATH + organisationId + "/";
    }

    private BranchEvent.State state() {
        Place place = new Place(details.point().lat(), details.point().lng());
        return new BranchEvent.State(
                id(),
                details.name(),
                details.address(),
                organisationPath(),
                place,
                details.radiusMeters(),
                details.offerReviewRequired());
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("branch", organisationPath())
                .with("name", details.name())
                .with("address", details.address())
                .with("lat", details.point().lat())
                .with("lng", details.point().lng())
                .with("radiusMeters", details.radiusMeters())
                .with("offerReviewRequired", details.offerReviewRequired())
                .with("closed", closed);
    }
}
