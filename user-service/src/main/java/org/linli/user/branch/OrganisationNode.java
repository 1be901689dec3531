package org.linli.user.branch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.DomainEvent;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/**
 * A place of the bank in its organisation tree: it opens, changes and closes, at once or on a later business date. A
 * closed one stays closed. At most one change waits for its date; nothing else changes meanwhile.
 *
 * @param <D> what staff decide about it
 */
public abstract class OrganisationNode<D> extends AggregateRoot {
    private D details;
    private boolean closed;
    private boolean planned;
    private @Nullable String openedOn;
    private @Nullable String closedOn;
    private @Nullable PendingChange<D> pending;
    private @Nullable ClosingMark closing;
    private List<Arrival> arrivals = List.of();
    private boolean displaced;

    protected OrganisationNode(String id, D details, boolean closed) {
        super(id);
        this.details = details;
        this.closed = closed;
    }

    /** A new one opens. */
    protected final void open(Instant at) {
        open(BusinessDay.of(at), at);
    }

    /** @param on when it opened its doors; past for one that is only now written down */
    protected final void open(LocalDate on, Instant at) {
        planned = false;
        openedOn = on.toString();
        raise(openedEvent(), at);
    }

    /** A new one will open; nobody is told before it does. */
    protected final void openLater(LocalDate on) {
        planned = true;
        pending = PendingChange.opening(on, details);
    }

    /** Changes anything about it; the same details again change nothing. */
    public final void change(D newDetails, Instant at) {
        D before = details;
        if (!before.equals(newDetails)) {
            details = newDetails;
            displaced = displaced || !pathWith(before).equals(organisationPath());
            raise(changedEvent(before), at);
        }
    }

    public final void close(Instant at) {
        if (!closed) {
            closed = true;
            closedOn = BusinessDay.of(at).toString();
            raise(closedEvent(), at);
        }
    }

    /** From now on nothing new comes to it; joins a closing that is under way. */
    final void beginClosing(String attempt, Instant at) {
        if (!closed && closing == null) {
            closing = new ClosingMark(attempt, at);
            arrivals = arrivals.stream().filter(one -> one.isUnderWay(at)).toList();
        }
    }

    /** Closes it, or takes it back; changes nothing when that closing is over by now. */
    final boolean endClosing(String attempt, boolean empty, Instant at) {
        if (closing == null || !closing.attempt().equals(attempt)) {
            return false;
        }
        closing = null;
        if (empty) {
            pending = null;
            close(at);
        }
        return true;
    }

    final Optional<ClosingMark> closing() {
        return Optional.ofNullable(closing);
    }

    /** How many of a kind are on their way here. */
    public final long arriving(String kind) {
        return arrivals.stream()
                .filter(one -> one.what().startsWith(kind + ":"))
                .count();
    }

    /** It hangs elsewhere, and not everything that goes by its path has followed yet. */
    public final boolean isDisplaced() {
        return displaced;
    }

    /** Nothing is on its way to it. */
    final boolean isQuiet(Instant now) {
        return arrivals.stream().noneMatch(one -> one.isUnderWay(now));
    }

    /** Everything has followed the move, unless it moved again. */
    final boolean settle(long knownSequence) {
        boolean settles = displaced && sequence() == knownSequence;
        displaced = displaced && !settles;
        return settles;
    }

    public final void later(PendingChange<D> change) {
        pending = change;
    }

    /** What was planned does not happen; one that was to open never does. */
    public final void cancelPending() {
        pending = null;
        closing = null;
        closed = closed || planned;
    }

    /** Does what was planned, once, if its date has come; says whether it did. */
    public final boolean applyPending(Instant at) {
        PendingChange<D> change = pending;
        if (change == null || !change.isDue(BusinessDay.of(at))) {
            return false;
        }
        pending = null;
        D wanted = change.details();
        switch (change.kind()) {
            case OPEN -> open(at);
            case CHANGE -> change(wanted == null ? details : wanted, at);
            case CLOSE -> close(at);
        }
        return true;
    }

    /** Whether it has these details already, or will have them on that date. */
    final boolean willBe(D wanted, LocalDate on) {
        PendingChange<D> change = pending;
        return change == null
                ? details.equals(wanted)
                : wanted.equals(change.details()) && change.date().equals(on);
    }

    public final D details() {
        return details;
    }

    public final NodeStatus status() {
        return closed ? NodeStatus.CLOSED : planned ? NodeStatus.PLANNED : NodeStatus.OPEN;
    }

    public final boolean isOpen() {
        return status() == NodeStatus.OPEN;
    }

    public final boolean isClosed() {
        return closed;
    }

    /** Neither the public nor the other services know of it. */
    public final boolean wasNeverOpen() {
        return planned;
    }

    public final Optional<PendingChange<D>> pending() {
        return Optional.ofNullable(pending);
    }

    public final @Nullable String openedOn() {
        return openedOn;
    }

    public final @Nullable String closedOn() {
        return closedOn;
    }

    public abstract String organisationPath();

    /** Where it will hang when these details hold. */
    public abstract String pathWith(D other);

    protected abstract DomainEvent openedEvent();

    protected abstract DomainEvent changedEvent(D before);

    protected abstract DomainEvent closedEvent();

    /** The facts that every node has. */
    protected final AuditView audit(AuditView view) {
        PendingChange<D> change = pending;
        return view.with("status", status())
                .with("openedOn", openedOn)
                .with("closedOn", closedOn)
                .with("pending", change == null ? null : change.kind() + " on " + change.effectiveOn());
    }
}
