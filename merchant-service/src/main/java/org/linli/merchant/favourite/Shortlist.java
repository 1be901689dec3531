package org.linli.merchant.favourite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.linli.events.FavouriteEvent;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Everything that one person likes: one document, so that its limit holds under any concurrency. */
@Document(Shortlists.COLLECTION)
@TypeAlias("shortlist")
class Shortlist extends AggregateRoot {
    private final String consumerId;
    private List<Favourite> favourites = new ArrayList<>();
    private Set<String> takenOver = new TreeSet<>();
    private int handovers;

    @PersistenceCreator
    Shortlist(String id, String consumerId) {
        super(id);
        this.consumerId = consumerId;
    }

    static String id(String consumerId) {
        return Ids.derived("shortlist", consumerId);
    }

    static Shortlist empty(String consumerId) {
        return new Shortlist(id(consumerId), consumerId);
    }

    /** @return what is there now; empty when the list is full */
    Optional<Favourite> add(Favourite.Kind kind, String targetId, String merchantId, int most, Instant now) {
        Optional<Favourite> known =
                favourites.stream().filter(one -> one.is(kind, targetId)).findFirst();
        if (known.isPresent() || favourites.size() >= most) {
            return known;
        }
        Favourite added = new Favourite(kind, targetId, now, merchantId);
        favourites.add(added);
        raise(new FavouriteEvent.Added(consumerId, kind.told(), targetId, merchantId, now), now);
        return Optional.of(added);
    }

    /** @return whether it was there */
    boolean remove(Favourite.Kind kind, String targetId, Instant now) {
        Optional<Favourite> known =
                favourites.stream().filter(one -> one.is(kind, targetId)).findFirst();
        known.ifPresent(one -> {
            favourites.remove(one);
            raise(new FavouriteEvent.Removed(consumerId, kind.told(), targetId, one.shop(), now), now);
        });
        return known.isPresent();
    }

    /**
     * Takes over what the person liked under an id they had before, each handover once; the newest, if they are too many.
     *
     * @return false when that was done before
     */
    boolean takeOver(Shortlist past, int most, Instant now) {
        if (!takenOver.add(past.consumerId + "#" + past.handovers)) {
            return false;
        }
        past.favourites.stream()
                .sorted(Favourite.NEWEST_FIRST)
                .filter(one -> favourites.stream().noneMatch(own -> own.is(one.kind(), one.targetId())))
                .limit(Math.max(0, most - favourites.size()))
                .toList()
                .forEach(one -> {
                    favourites.add(one);
                    raise(
                            new FavouriteEvent.Added(
                                    consumerId, one.kind().told(), one.targetId(), one.shop(), one.since()),
                            now);
                });
        return true;
    }

    /** They are another list's now; nobody likes them less, so nothing is told. */
    boolean handOver(Shortlist seen) {
        boolean same = handovers == seen.handovers;
        if (same) {
            favourites.removeAll(seen.favourites);
            handovers++;
        }
        return same;
    }

    boolean isEmpty() {
        return favourites.isEmpty();
    }

    List<Favourite> of(Favourite.Kind kind) {
        return favourites.stream()
                .filter(one -> one.kind() == kind)
                .sorted(Favourite.NEWEST_FIRST)
                .toList();
    }

    String consumerId() {
        return consumerId;
    }

    /** A person's likes are none of the bank's business. */
    @Override
    protected AuditView audit() {
        return AuditView.NONE;
    }
}
