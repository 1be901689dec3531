package org.linli.merchant.favourite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
