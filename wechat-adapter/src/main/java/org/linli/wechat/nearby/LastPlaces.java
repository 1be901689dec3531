package org.linli.wechat.nearby;

import java.time.Instant;
import java.util.Optional;
import org.linli.starter.geo.GeoPoint;
import org.linli.wechat.message.Sender;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class LastPlaces {
    private final MongoOperations mongo;

    LastPlaces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void remember(Sender sender, GeoPoint point, Instant now) {
        mongo.save(new LastPlace(sender.pseudonym(), point.lat(), point.lng(), now));
    }

    Optional<GeoPoint> of(Sender sender, Instant now) {
        return Optional.ofNullable(mongo.findById(sender.pseudonym(), LastPlace.class))
                .filter(place -> !place.isForgotten(now))
                .map(place -> new GeoPoint(place.lat(), place.lng()));
    }

    void forget(Sender sender) {
        mongo.remove(Query.query(Criteria.where("_id").is(sender.pseudonym())), LastPlace.class);
    }

    /** What the TTL index does on a store that has one; the local one has none. */
    void forgetBefore(Instant time) {
        mongo.remove(Query.query(Criteria.where("sentAt").lt(time)), LastPlace.class);
    }
}
